extension Unicode.Scalar {
    /// The same in small letters where it is a letter of ASCII.
    var small: Unicode.Scalar {
        (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : self
    }

    /// Whether it is a letter or a digit of any script.
    var isLetterOrDigit: Bool {
        if isASCII {
            return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
        }
        return properties.isAlphabetic || properties.numericType != nil
    }
}

extension [Unicode.Scalar] {
    /// Whether some words in small letters of ASCII stand at a place, in any case.
    func holds(_ words: [Unicode.Scalar], at place: Int) -> Bool {
        guard place + words.count <= count else { return false }
        for (offset, scalar) in words.enumerated() where self[place + offset].small != scalar {
            return false
        }
        return true
    }
}
