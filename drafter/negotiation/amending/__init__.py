"""Changes as the sentences of an amendment paper, or of the statement that is read out."""
