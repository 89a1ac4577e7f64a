import Foundation

/// Encodings by the names that pages, mails and exports give them.
///
/// Names mean what browsers take them to mean (WHATWG Encoding Standard,
/// https://encoding.spec.whatwg.org/#names-and-labels): `latin1` is Windows-1252, `gb2312` is
/// GB 18030, `ks_c_5601-1987` is Windows-949.
enum Charset {
    /// The bytes in UTF-8, or `nil` where nobody knows the name; what the encoding has no reading
    /// for becomes U+FFFD.
    ///
    /// - Complexity: O(bytes).
    static func decoded(_ bytes: ArraySlice<UInt8>, label: String) -> [UInt8]? {
        let label = label.trimmingWhiteSpace.lowercased()
        guard !label.isEmpty, label.utf8.count <= 40,
            label.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F })
        else { return nil }
        let name = aliases[label] ?? label
        if name == "utf-8" {
            return Array(String(decoding: bytes, as: UTF8.self).utf8)
        }
        return converted(bytes, from: name)
    }

    /// Whether a name stands for UTF-8.
    static func isUTF8(_ label: String) -> Bool {
        let label = label.trimmingWhiteSpace.lowercased()
        return (aliases[label] ?? label) == "utf-8"
    }

    /// What glibc calls the encodings whose names mean more, or are unknown, there.
    private static let aliases: [String: String] = {
        var table: [String: String] = [:]
        for (name, labels) in [
            ("utf-8", "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"),
            (
                "windows-1252",
                "ansi_x3.4-1968 ascii us-ascii cp1252 x-cp1252 cp819 ibm819 iso-8859-1 iso8859-1"
                    + " iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 l1 latin1 latin-1 csisolatin1"
                    + " ansi iso-8859-1-windows-3.1-latin-1"
            ),
            (
                "windows-1254",
                "iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 l5 latin5"
                    + " csisolatin5 cp1254 x-cp1254"
            ),
            (
                "iso-8859-2",
                "iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 l2 latin2 csisolatin2"
            ),
            ("iso-8859-5", "iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic"),
            ("iso-8859-7", "iso8859-7 iso88597 iso_8859-7 greek greek8 csisolatingreek elot_928"),
            ("iso-8859-8", "iso8859-8 iso88598 iso_8859-8 hebrew visual iso-8859-8-i logical"),
            ("iso-8859-15", "iso8859-15 iso885915 iso_8859-15 l9 latin9 csisolatin9"),
            ("windows-1250", "cp1250 x-cp1250"), ("windows-1251", "cp1251 x-cp1251"),
            ("windows-1253", "cp1253 x-cp1253"), ("windows-1255", "cp1255 x-cp1255"),
            ("windows-1256", "cp1256 x-cp1256"), ("windows-1257", "cp1257 x-cp1257"),
            ("windows-1258", "cp1258 x-cp1258"),
            ("cp874", "windows-874 tis-620 iso-8859-11 iso8859-11 iso885911 dos-874"),
            ("koi8-r", "koi koi8 koi8_r cskoi8r"), ("koi8-u", "koi8-ru"),
            ("macintosh", "mac x-mac-roman csmacintosh"),
            ("mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"), ("cp866", "866 ibm866 csibm866"),
            (
                "gb18030",
                "gb2312 gbk x-gbk chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58"
            ),
            ("big5-hkscs", "big5 big5hkscs cn-big5 csbig5 x-x-big5"),
            ("cp932", "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis"),
            ("euc-jp", "x-euc-jp cseucpkdfmtjapanese"), ("iso-2022-jp", "csiso2022jp"),
            (
                "cp949",
                "euc-kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"
                    + " iso-ir-149 csksc56011987"
            ),
            ("utf-16le", "utf-16 unicode ucs-2 csunicode iso-10646-ucs-2 unicodefeff"),
            ("utf-16be", "unicodefffe"),
        ] {
            table[name] = name
            for label in labels.split(separator: " ") { table[String(label)] = name }
        }
        return table
    }()

    /// Converts with glibc, replacing a byte that has no reading by U+FFFD.
    private static func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
        guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(handle) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 4)
        var input = Array(bytes)
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        input.withUnsafeMutableBytes { input in
            guard let base = input.baseAddress else { return }
            var from: UnsafeMutablePointer<CChar>? = base.assumingMemoryBound(to: CChar.self)
            var left = input.count
            while left > 0 {
                let (status, fault) = piece.withUnsafeMutableBytes { piece in
                    var to = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = piece.count
                    let status = iconv(handle, &from, &left, &to, &room)
                    let fault = errno
                    result += UnsafeRawBufferPointer(rebasing: piece[..<(piece.count - room)])
                    return (status, fault)
                }
                guard status == -1 else { continue }
                if fault == E2BIG { continue }
                result += [0xEF, 0xBF, 0xBD]
                // An incomplete character at the end, or a byte that means nothing.
                if fault == EINVAL { return }
                from = from?.advanced(by: 1)
                left -= 1
            }
        }
        return result
    }
}
