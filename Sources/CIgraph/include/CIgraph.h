// A thin C face on igraph: measures of graphs given as arrays.
//
// Nodes are 0..<nodes. `ends` holds 2 * edges nodes: where the first edge begins and ends, then the
// second, and so on. Every function returns 0, or igraph's number of an error with the result
// unset, and may be called from several threads: one is let in at a time.

#ifndef CIGRAPH_H
#define CIGRAPH_H

#include <stdint.h>

/// The version of igraph in use, such as `0.10.2`; never NULL and never freed.
const char *graph_library_version(void);
/// What an error means; never NULL and never freed.
const char *graph_error_message(int error);

/// PageRank of a directed graph with a weight per edge; `ranks` has room for `nodes` numbers.
int graph_page_rank(int64_t nodes, int64_t edges, const int64_t *ends, const double *weights,
                    double damping, double *ranks);

/// Per node the sum, over the shortest paths from some sources to all other nodes of a directed
/// graph, of the share of them that lead through it; `sums` has room for `nodes` numbers.
int graph_betweenness(int64_t nodes, int64_t edges, const int64_t *ends, int64_t source_count,
                      const int64_t *sources, double *sums);

/// The core numbers of an undirected graph; `cores` has room for `nodes` numbers.
int graph_core_numbers(int64_t nodes, int64_t edges, const int64_t *ends, int64_t *cores);

/// Where the nodes of an undirected graph come to rest when all push each other off and edges pull,
/// by their weights (Fruchterman and Reingold). `places` holds two numbers for each node: where it
/// begins, and behind the call where it stands.
int graph_layout(int64_t nodes, int64_t edges, const int64_t *ends, const double *weights,
                 int64_t rounds, double *places);

#endif
