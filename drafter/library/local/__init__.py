"""The library on this machine: records as files, a catalogue and three stores in SQLite, an index of tantivy."""
