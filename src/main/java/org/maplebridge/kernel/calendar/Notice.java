package org.maplebridge.kernel.calendar;

/// A paper of the State Council that orders the holidays of a year (全国年节及纪念日放假办法第七条).
///
/// @param year   the year it orders; it may reach into the last days of the year before
/// @param number its number, `国办发明电〔2025〕7号`
/// @param issued the day it bears, ISO 8601; empty where nobody has checked it
/// @param title  its title
/// @param url    where it can be read; may be empty when it is known on paper only
public record Notice(int year, String number, String issued, String title, String url) {}
