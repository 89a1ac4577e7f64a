// libarchive: gzip, bzip2, xz, zip and tar behind one interface.
#ifndef REJOINDER_CLIBARCHIVE_H
#define REJOINDER_CLIBARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#endif
