// Measures graphs through CIgraph: random ones, empty ones, and such as igraph refuses.

#include <math.h>
#include <stdlib.h>

#include "CIgraph.h"
#include "face.h"

static uint32_t state = 7;

static uint32_t below(uint32_t limit) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % limit;
}

static void measure(int64_t nodes, int64_t edges, const int64_t *ends, const double *weights) {
    size_t room = (size_t)(nodes > 0 ? nodes : 1);
    double *numbers = calloc(2 * room, sizeof *numbers);
    int64_t *cores = calloc(room, sizeof *cores);
    int64_t *sources = calloc(room, sizeof *sources);
    for (int64_t i = 0; i < nodes; i++) sources[i] = i;
    int errors[] = {
        graph_page_rank(nodes, edges, ends, weights, 0.85, numbers),
        graph_betweenness(nodes, edges, ends, nodes, sources, numbers),
        graph_core_numbers(nodes, edges, ends, cores),
        graph_layout(nodes, edges, ends, weights, 20, numbers),
    };
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        if (errors[i]) use(graph_error_message(errors[i]));
    }
    free(sources);
    free(cores);
    free(numbers);
}

int main(void) {
    use(graph_library_version());
    enum { most = 60 };
    int64_t ends[2 * most];
    double weights[most];
    measure(0, 0, ends, weights);
    for (int round = 0; round < 300; round++) {
        int64_t nodes = 1 + below(40);
        int64_t edges = below(most);
        for (int64_t i = 0; i < edges; i++) {
            ends[2 * i] = below((uint32_t)nodes);
            ends[2 * i + 1] = below((uint32_t)nodes);
            weights[i] = 1 + below(9);
        }
        // A third of them cannot be measured: an end that is no node, a weight that is none.
        if (edges && round % 3 == 0) {
            if (round % 2) {
                ends[0] = nodes + 5;
            } else {
                weights[0] = round % 4 ? NAN : -1;
            }
        }
        measure(nodes, edges, ends, weights);
    }
    return 0;
}
