using Monitor.Crawlers.Accessibility.Checks.Language;

namespace Monitor.Benchmarks.Languages;

/// <summary>Texts of about a length, cut from sentences that stand together.</summary>
internal static class Excerpts
{
    /// <summary>All of a share: sentences joined until the letters suffice, words beyond cut off.</summary>
    public static IEnumerable<Wording> OfLetters(IEnumerable<Piece> pieces, Share share, int letters) => Of(pieces, share, letters, w => w.Length);

    /// <summary>The same with a number of words.</summary>
    public static IEnumerable<Wording> OfWords(IEnumerable<Piece> pieces, Share share, int words) => Of(pieces, share, words, _ => 1);

    private static IEnumerable<Wording> Of(IEnumerable<Piece> pieces, Share share, int size, Func<string, int> sizeOf)
    {
        foreach (Piece piece in pieces.Where(p => p.Share == share))
        {
            var words = new List<string>();
            foreach (string sentence in piece.Sentences)
            {
                words.AddRange(Wording.Of(sentence).Words);
                if (words.Sum(sizeOf) < size)
                    continue;
                int sum = 0;
                string[] taken = [.. words.TakeWhile(w => (sum += sizeOf(w)) - sizeOf(w) < size)];
                yield return new Wording(taken, taken.Sum(w => w.Length));
                words.Clear();
            }
        }
    }
}
