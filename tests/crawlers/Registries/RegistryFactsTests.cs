using Monitor.Crawlers.Registries;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

public sealed class RegistryFactsTests
{
    [Fact]
    public void Every_sentence_is_there_in_every_language()
    {
        Assert.Empty(FactFiles.Problems(typeof(RegistryServices).Assembly, out int sentences));
        Assert.True(sentences > 0);
    }
}
