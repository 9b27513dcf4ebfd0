"""System checks of the settings that every installation has."""
