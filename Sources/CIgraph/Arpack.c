// What igraph's static library asks of ARPACK, and through it of BLAS, LAPACK and Fortran.
//
// igraph can find PageRank by two ways and has both in one object. The one that CIgraph takes, PRPACK,
// needs none of this; so that no program has to load those libraries for nothing, the names stand
// here and end the process, should they ever be called.

#include <stdio.h>
#include <stdlib.h>

static void refuse(const char *name) {
    fprintf(stderr, "CIgraph: igraph has called %s of ARPACK, which is not linked\n", name);
    abort();
}

#define REFUSED(name) \
    __attribute__((visibility("hidden"))) void name(void); \
    void name(void) { refuse(#name); }

REFUSED(dnaupd_)
REFUSED(dneupd_)
REFUSED(dsaupd_)
REFUSED(dseupd_)
REFUSED(dsortc_)
REFUSED(dsortr_)
