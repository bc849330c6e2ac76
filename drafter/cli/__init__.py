"""The command line: one file a stage, loaded when it is called."""
