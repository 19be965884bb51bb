"""Stories: many steps, told as one."""
