"""The demo's pictures, drawn with Pillow when the demo is made: nothing to license, nothing to download."""
