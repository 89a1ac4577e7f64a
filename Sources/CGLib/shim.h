// GLib: its HMAC is used for pseudonyms. GMime brings the library.
#ifndef REJOINDER_GLIB_H
#define REJOINDER_GLIB_H

#include <glib.h>

#endif
