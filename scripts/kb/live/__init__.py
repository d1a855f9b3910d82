"""A site that follows its content while somebody edits it, on that person's own machine."""
