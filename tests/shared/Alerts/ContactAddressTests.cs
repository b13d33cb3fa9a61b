using Monitor.Shared.Alerts;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class ContactAddressTests
{
    [Theory]
    [InlineData("post@brandvik.kommune.no", "post@brandvik.kommune.no")]
    [InlineData("  Kari.Nordmann+monitor@Brandvik.Kommune.NO ", "Kari.Nordmann+monitor@brandvik.kommune.no")]
    [InlineData("post@blåbær.no", "post@xn--blbr-roah.no")]
    [InlineData("o'hara@a-b.example", "o'hara@a-b.example")]
    [InlineData("x@xn--blbr-roah.no", "x@xn--blbr-roah.no")]
    public void An_address_is_read_into_the_form_it_is_sent_to(string typed, string expected)
    {
        Assert.True(ContactAddress.TryNormalize(typed, out string? address));
        Assert.Equal(expected, address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("post")]
    [InlineData("@brandvik.no")]
    [InlineData("post@")]
    [InlineData("post@localhost")]
    [InlineData("post@brandvik")]
    [InlineData("post@127.0.0.1")]
    [InlineData("post@[127.0.0.1]")]
    [InlineData("post@brandvik..no")]
    [InlineData("post@-brandvik.no")]
    [InlineData("post@brandvik.no.")]
    [InlineData("po st@brandvik.no")]
    [InlineData("post@bran dvik.no")]
    [InlineData(".post@brandvik.no")]
    [InlineData("post.@brandvik.no")]
    [InlineData("po..st@brandvik.no")]
    [InlineData("\"post\"@brandvik.no")]
    [InlineData("a@b@brandvik.no")]
    [InlineData("Post <post@brandvik.no>")]
    [InlineData("post@brandvik.no, to@brandvik.no")]
    [InlineData("post@brandvik.no\r\nBcc: x@y.no")]
    [InlineData("post\r\n@brandvik.no")]
    [InlineData("post@brandvik.no>")]
    [InlineData("ærlig@brandvik.no")]
    public void Anything_else_is_none(string? typed) => Assert.False(ContactAddress.TryNormalize(typed, out _));

    [Theory]
    [InlineData(64, 50, true)]
    [InlineData(65, 50, false)]
    [InlineData(64, 63, true)]
    [InlineData(64, 64, false)]
    public void The_lengths_of_the_standard_hold(int local, int label, bool valid) =>
        Assert.Equal(valid, ContactAddress.TryNormalize($"{new string('a', local)}@{new string('b', label)}.no", out _));

    [Fact]
    public void The_whole_is_at_most_254_characters()
    {
        string domain = string.Join('.', Enumerable.Repeat(new string('b', 61), 3));

        Assert.True(ContactAddress.TryNormalize($"{new string('a', 64)}@{domain}.no", out string? longest));
        Assert.Equal(253, longest.Length);
        Assert.False(ContactAddress.TryNormalize($"{new string('a', 64)}@{domain}.bb.no", out _));
    }
}
