// GMime, for the C face in CGMime only: its macros do not reach Swift.
#ifndef REJOINDER_GMIME_HEADERS_H
#define REJOINDER_GMIME_HEADERS_H

#include <gmime/gmime.h>

#endif
