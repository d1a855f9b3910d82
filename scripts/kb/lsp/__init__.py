"""The language server: what the check finds and the register knows, in an editor while it types."""
