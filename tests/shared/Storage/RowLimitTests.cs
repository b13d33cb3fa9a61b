using Monitor.Shared.Storage;
using Xunit;

namespace Monitor.Shared.Tests.Storage;

public sealed class RowLimitTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    public void A_key_with_a_forbidden_character_or_none_is_refused(string key)
    {
        Assert.Throws<InvalidOperationException>(() => RowLimits.Check(SampleRow.Of(key, "row")));
        Assert.Throws<InvalidOperationException>(() => RowLimits.Check(SampleRow.Of("partition", key)));
    }

    [Fact]
    public void A_key_has_at_most_512_characters()
    {
        RowLimits.Check(SampleRow.Of("p", new string('k', 512)));

        Assert.Throws<InvalidOperationException>(() => RowLimits.Check(SampleRow.Of("p", new string('k', 513))));
    }

    [Fact]
    public void A_text_has_at_most_32_Ki_characters()
    {
        RowLimits.Check(SampleRow.Of("p", "r", new string('x', 32768)));

        var e = Assert.Throws<InvalidOperationException>(() => RowLimits.Check(SampleRow.Of("p", "r", new string('x', 32769))));
        Assert.Contains("SampleRow.Text has 32769 characters", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_has_at_most_one_mebibyte()
    {
        string text = new('x', RowLimits.TextCharacters);
        WideRow Filled(int columns)
        {
            var row = new WideRow { PartitionKey = "p", RowKey = "r" };
            foreach (var column in typeof(WideRow).GetProperties().Where(p => p.Name.StartsWith("Text", StringComparison.Ordinal)).Take(columns))
                column.SetValue(row, text);
            return row;
        }

        RowLimits.Check(Filled(15));

        Assert.Throws<InvalidOperationException>(() => RowLimits.Check(Filled(16)));
    }

    private sealed record WideRow : Row
    {
        public string? Text01 { get; set; }
        public string? Text02 { get; set; }
        public string? Text03 { get; set; }
        public string? Text04 { get; set; }
        public string? Text05 { get; set; }
        public string? Text06 { get; set; }
        public string? Text07 { get; set; }
        public string? Text08 { get; set; }
        public string? Text09 { get; set; }
        public string? Text10 { get; set; }
        public string? Text11 { get; set; }
        public string? Text12 { get; set; }
        public string? Text13 { get; set; }
        public string? Text14 { get; set; }
        public string? Text15 { get; set; }
        public string? Text16 { get; set; }
    }
}
