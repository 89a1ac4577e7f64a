// igraph, for the C face in CIgraph only: it defines _GNU_SOURCE, with which the system's headers
// differ from those that Swift has.
#ifndef REJOINDER_IGRAPH_HEADERS_H
#define REJOINDER_IGRAPH_HEADERS_H

#include <igraph/igraph.h>

#endif
