"""Word's ZIP and the XML in it: opened with distrust, written so that the same input gives the same bytes."""
