using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>Decodes streams within the budget. Pictures are never decoded: nothing is read in them.</summary>
internal sealed class BoundedFilters(PdfBudget budget) : IFilterProvider
{
    private static readonly IFilterProvider Inner = DefaultFilterProvider.Instance;

    /// <summary>What bounds the reading.</summary>
    public PdfBudget Budget => budget;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(Inner.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(Inner.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bound(Inner.GetAllFilters());

    private IFilter[] Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new BoundedFilter(f, budget))];

    private sealed class BoundedFilter(IFilter inner, PdfBudget budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Decode(Most(input));
            if (streamDictionary.TryGet(NameToken.Type, out NameToken type) && type.Data == "ObjStm" && streamDictionary.TryGet(NameToken.N, out NumericToken count))
                budget.Objects((long)count.Data);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>What the input can come to: counted for deflate, whose growth has no useful bound, and by their worst for the others.</summary>
        private long Most(Memory<byte> input) => inner switch
        {
            FlateFilter => Inflated(input),
            // A code of at least 9 bits stands for at most 4096 bytes.
            LzwFilter => input.Length * 3641L,
            RunLengthFilter => input.Length * 64L,
            Ascii85Filter => input.Length * 4L,
            AsciiHexDecodeFilter => input.Length,
            _ => throw new PdfBudgetException(),
        };

        private long Inflated(Memory<byte> input)
        {
            long inflated = 0;
            byte[] buffer = new byte[64 * 1024];
            try
            {
                // Past the two bytes of the zlib header, as the filter itself does: a broken checksum at the end is no reason to read nothing.
                using var deflate = new DeflateStream(new MemoryStream(input.Length > 2 ? input[2..].ToArray() : []), CompressionMode.Decompress);
                for (int read; (read = deflate.Read(buffer)) > 0 && inflated <= budget.DecodedBytesLeft;)
                    inflated += read;
            }
            catch (InvalidDataException)
            {
                // As far as it goes is as far as the filter gets.
            }
            return inflated;
        }
    }
}
