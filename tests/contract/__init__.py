"""What every event log has to do, whatever it is built on."""
