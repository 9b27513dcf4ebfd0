"""What readers are told of a translation."""
