using System.Numerics;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>
/// A fingerprint of 64 bits: texts of nearly the same words share nearly all of it (Charikar 2002; three bits of difference as in Manku, Jain and Das Sarma 2007).
/// </summary>
internal static class SimHash
{
    private const int NearBits = 3;
    private const int MostWords = 20_000;

    /// <summary>The fingerprint of a text, by its pairs of words. A number counts as any other, since what a trap counts up makes no other page.</summary>
    public static ulong Of(string text)
    {
        int[] sums = new int[64];
        ulong before = 0;
        int words = 0;
        foreach (ReadOnlySpan<char> word in new Words(text))
        {
            if (++words > MostWords)
                break;
            ulong hash = HashOf(word);
            ulong pair = Mix(before * 31 + hash);
            before = hash;
            for (int bit = 0; bit < 64; bit++)
                sums[bit] += (pair >> bit & 1) == 1 ? 1 : -1;
        }
        ulong result = 0;
        for (int bit = 0; bit < 64; bit++)
            if (sums[bit] > 0)
                result |= 1UL << bit;
        return result;
    }

    /// <summary>Whether two fingerprints are those of nearly the same text.</summary>
    public static bool AreNear(ulong one, ulong other) => BitOperations.PopCount(one ^ other) <= NearBits;

    /// <summary>FNV-1a: the same in every process, as <see cref="string.GetHashCode()"/> is not; fingerprints are kept between them.</summary>
    internal static ulong HashOf(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        bool number = false;
        foreach (char letter in word)
        {
            bool digit = char.IsDigit(letter);
            if (!(digit && number))
                hash = (hash ^ (digit ? '0' : char.ToLowerInvariant(letter))) * 1099511628211;
            number = digit;
        }
        return hash;
    }

    /// <summary>FNV leaves the upper bits of short words alike (the finisher of SplitMix64).</summary>
    internal static ulong Mix(ulong hash)
    {
        hash = (hash ^ hash >> 30) * 0xbf58476d1ce4e5b9;
        hash = (hash ^ hash >> 27) * 0x94d049bb133111eb;
        return hash ^ hash >> 31;
    }

    /// <summary>The words of a text, without a copy of them.</summary>
    private ref struct Words(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;

        public ReadOnlySpan<char> Current { get; private set; } = default;

        public readonly Words GetEnumerator() => this;

        public bool MoveNext()
        {
            rest = rest.TrimStart();
            int end = 0;
            while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
                end++;
            Current = rest[..end];
            rest = rest[end..];
            return end > 0;
        }
    }
}
