#include "CIgraph.h"

#include <dlfcn.h>
#include <igraph/igraph.h>
#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

/// Debian's igraph keeps its error handling and its generator in variables of the process
/// (IGRAPH_THREAD_SAFE is 0).
static pthread_mutex_t door = PTHREAD_MUTEX_INITIALIZER;

/// Keeps OpenMP, where igraph was built with it, from sharing out work of this thread: PageRank of
/// one large component would be summed in the order in which threads come by, so that its last
/// digits may change from run to run; and on two busy cores 5,000 nodes took 1.1 s in place of
/// 0.015 s. The function is looked up since igraph does not say whether it is there.
static void use_one_thread(void) {
#ifndef __APPLE__
    void *symbol = dlsym(NULL, "omp_set_num_threads");
    void (*set_threads)(int) = NULL;
    memcpy(&set_threads, &symbol, sizeof symbol);
    if (set_threads) set_threads(1);
#endif
}

static void enter(void) {
    static bool is_prepared = false;
    pthread_mutex_lock(&door);
    if (!is_prepared) {
        // By default an error ends the process and a warning is printed.
        igraph_set_error_handler(igraph_error_handler_ignore);
        igraph_set_warning_handler(igraph_warning_handler_ignore);
        is_prepared = true;
    }
    use_one_thread();
    // Nothing may depend on who came before.
    igraph_rng_seed(igraph_rng_default(), 42);
}

static int leave(igraph_error_t error) {
    pthread_mutex_unlock(&door);
    return (int)error;
}

static igraph_error_t make_graph(igraph_t *graph, int64_t nodes, int64_t edges,
                                 const int64_t *ends, bool is_directed) {
    igraph_vector_int_t pairs;
    igraph_vector_int_view(&pairs, ends, 2 * edges);
    // igraph would add the nodes that are missing, and the results would not have room.
    for (int64_t index = 0; index < 2 * edges; index++)
        if (ends[index] < 0 || ends[index] >= nodes) return IGRAPH_EINVVID;
    return igraph_create(graph, &pairs, nodes, is_directed);
}

const char *graph_library_version(void) { return IGRAPH_VERSION; }

const char *graph_error_message(int error) { return igraph_strerror((igraph_error_t)error); }

int graph_page_rank(int64_t nodes, int64_t edges, const int64_t *ends, const double *weights,
                    double damping, double *ranks) {
    enter();
    igraph_t graph;
    igraph_error_t error = make_graph(&graph, nodes, edges, ends, true);
    if (error) return leave(error);
    igraph_vector_t result;
    error = igraph_vector_init(&result, 0);
    if (!error) {
        igraph_vector_t view;
        igraph_vector_view(&view, weights, edges);
        error = igraph_pagerank(&graph, IGRAPH_PAGERANK_ALGO_PRPACK, &result, NULL,
                                igraph_vss_all(), true, damping, &view, NULL);
        if (!error) igraph_vector_copy_to(&result, ranks);
        igraph_vector_destroy(&result);
    }
    igraph_destroy(&graph);
    return leave(error);
}

int graph_betweenness(int64_t nodes, int64_t edges, const int64_t *ends, int64_t source_count,
                      const int64_t *sources, double *sums) {
    enter();
    igraph_t graph;
    igraph_error_t error = make_graph(&graph, nodes, edges, ends, true);
    if (error) return leave(error);
    igraph_vector_t result;
    error = igraph_vector_init(&result, 0);
    if (!error) {
        igraph_vector_int_t view;
        igraph_vector_int_view(&view, sources, source_count);
        error = igraph_betweenness_subset(&graph, &result, igraph_vss_all(), true,
                                          igraph_vss_vector(&view), igraph_vss_all(), NULL);
        if (!error) igraph_vector_copy_to(&result, sums);
        igraph_vector_destroy(&result);
    }
    igraph_destroy(&graph);
    return leave(error);
}

int graph_core_numbers(int64_t nodes, int64_t edges, const int64_t *ends, int64_t *cores) {
    enter();
    igraph_t graph;
    igraph_error_t error = make_graph(&graph, nodes, edges, ends, false);
    if (error) return leave(error);
    igraph_vector_int_t result;
    error = igraph_vector_int_init(&result, 0);
    if (!error) {
        error = igraph_coreness(&graph, &result, IGRAPH_ALL);
        if (!error) igraph_vector_int_copy_to(&result, cores);
        igraph_vector_int_destroy(&result);
    }
    igraph_destroy(&graph);
    return leave(error);
}

int graph_layout(int64_t nodes, int64_t edges, const int64_t *ends, const double *weights,
                 int64_t rounds, double *places) {
    enter();
    igraph_t graph;
    igraph_error_t error = make_graph(&graph, nodes, edges, ends, false);
    if (error) return leave(error);
    igraph_matrix_t matrix;
    error = igraph_matrix_init(&matrix, nodes, 2);
    if (!error) {
        for (int64_t node = 0; node < nodes; node++) {
            MATRIX(matrix, node, 0) = places[2 * node];
            MATRIX(matrix, node, 1) = places[2 * node + 1];
        }
        igraph_vector_t view;
        igraph_vector_view(&view, weights, edges);
        error = igraph_layout_fruchterman_reingold(&graph, &matrix, true, rounds, sqrt((double)nodes),
                                                   IGRAPH_LAYOUT_NOGRID, &view, NULL, NULL, NULL,
                                                   NULL);
        for (int64_t node = 0; !error && node < nodes; node++) {
            places[2 * node] = MATRIX(matrix, node, 0);
            places[2 * node + 1] = MATRIX(matrix, node, 1);
        }
        igraph_matrix_destroy(&matrix);
    }
    igraph_destroy(&graph);
    return leave(error);
}
