"""Mail: letters with links to sign in, and nothing else yet (*E-Mail*)."""
