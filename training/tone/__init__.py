"""How the tone component is made: labelled text in, a small quantised transformer out."""
