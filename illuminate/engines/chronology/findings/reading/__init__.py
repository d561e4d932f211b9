"""What one entry says, whatever is then asked of it: days and hours, agencies named, deeds, what passed to whom."""
