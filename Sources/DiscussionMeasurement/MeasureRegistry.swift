/// The measures of a discussion in their documented order.
package enum MeasureRegistry {
    /// One line for each measure.
    package static let measures: [any EngagementMeasure] = [
        Depth(),
        Width(),
        HIndex(),
        StructuralVirality(),
        Branching(),
        Reciprocity(),
        Gini(),
        Centralization(),
        MedianReplySeconds(),
        FirstReplySeconds(),
        LongestExchange(),
    ]
}
