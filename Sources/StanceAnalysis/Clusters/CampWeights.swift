package import LanguageTools

/// How much the signs of taking sides count; learnt by `rejoinder-evaluate train-camps`.
package struct CampWeights: Hashable, Sendable {
    /// The log-odds that two people are on one side, by `PairEvidence.Feature`.
    package var pair: [Double]
    /// How much the belief about a pair counts, which is between -1 and 1.
    package var belief: Double
    /// How much it counts that two people answer each other in a debate.
    package var answering: Double
    /// How much common friends and common opponents count.
    package var shared: Double
    /// How much being in one camp counts by itself, over all others of a camp as a share of all
    /// people.
    package var company: Double

    package init(
        pair: [Double], belief: Double, answering: Double, shared: Double, company: Double
    ) {
        self.pair = pair
        self.belief = belief
        self.answering = answering
        self.shared = shared
        self.company = company
    }

    /// The weights that the package carries.
    package static let shared = CampWeights(table: WeightTable(PackageResources.camp_weights_txt))

    /// Reads the weights of a table; what is missing is 0.
    package init(table: WeightTable) {
        let pairs = table.group("pair")
        let camps = table.group("camp")
        func camp(_ name: String) -> Double { Double(camps[name]?.first ?? 0) }
        self.init(
            pair: PairEvidence.Feature.allCases.map { Double(pairs["\($0)"]?.first ?? 0) },
            belief: camp("belief"), answering: camp("answering"), shared: camp("shared"),
            company: camp("company"))
    }

    /// The rows of a table that holds these weights.
    package var rows: [[String]] {
        func figure(_ weight: Double) -> String { FloatMath.fourDigits(Float(weight)) }
        return zip(PairEvidence.Feature.allCases, pair).map { ["pair", "\($0)", figure($1)] } + [
            ["camp", "belief", figure(belief)], ["camp", "answering", figure(answering)],
            ["camp", "shared", figure(shared)], ["camp", "company", figure(company)],
        ]
    }

    /// The log-odds that two people are on one side, from the stances of their replies alone.
    func opinion(_ evidence: PairEvidence) -> Double {
        var odds = 0.0
        for (feature, value) in zip(PairEvidence.Feature.allCases, evidence.features())
        where !feature.needsHeat {
            odds += pair[feature.rawValue] * value
        }
        return odds
    }

    /// The belief that two people are on one side, -1...1: 2P - 1 of the learnt probability P.
    func belief(_ evidence: PairEvidence, heat: Double) -> Double {
        var odds = 0.0
        for (feature, value) in zip(PairEvidence.Feature.allCases, evidence.features()) {
            odds += pair[feature.rawValue] * value * (feature.needsHeat ? heat : 1)
        }
        return NaturalLogarithm.tangent(odds / 2)
    }
}
