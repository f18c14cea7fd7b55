package vn.binhdang.access.limit;

/** What tries are counted by; how many are free and how fast they come back stands in {@code data/try-limits.csv}. */
enum Limit {
    /** Wrong passwords from one address, whatever the names: somebody tries one password on many people. */
    ADDRESS,
    /** The same from one network: the /24 of an IPv4 address, the /48 of an IPv6 address. */
    NETWORK,
    /** Wrong passwords for one name, whatever the addresses; not counted against a browser its owner has used before. */
    NAME,
    /** Wrong passwords for a name from a browser that its owner has used before. */
    DEVICE,
    /** Wrong codes of the second step for one account. */
    FACTOR,
    FACTOR_DEVICE,
    /** Wrong tokens of programs from one address; right ones are not counted. */
    TOKEN
}
