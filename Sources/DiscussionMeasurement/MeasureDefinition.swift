/// What people must know of a measure to use it.
package struct MeasureDefinition: Hashable, Sendable {
    /// The name in camel case, stable.
    package var name: String
    /// What it says, in one sentence.
    package var meaning: String
    /// The formula, in plain characters.
    package var formula: String
    /// The symbols of the formula, each explained.
    package var symbols: String
    /// The unit and the range.
    package var range: String
    /// When it has no value.
    package var undefined: String
    /// The cost in comments n, edges m and commenters u.
    package var cost: String
    /// Where it comes from, and where we depart from that.
    package var source: String

    /// Creates a definition.
    package init(
        name: String, meaning: String, formula: String, symbols: String, range: String,
        undefined: String, cost: String, source: String
    ) {
        self.name = name
        self.meaning = meaning
        self.formula = formula
        self.symbols = symbols
        self.range = range
        self.undefined = undefined
        self.cost = cost
        self.source = source
    }
}
