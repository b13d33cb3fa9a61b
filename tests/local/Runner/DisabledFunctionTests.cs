using Microsoft.Extensions.Configuration;
using Monitor.Local.Runner;
using Xunit;

namespace Monitor.Local.Tests.Runner;

/// <summary>A setting switches a function off, as in the Functions host.</summary>
public sealed class DisabledFunctionTests
{
    [Theory]
    [InlineData("AzureWebJobs:Work:Disabled", "true", 0)]
    [InlineData("AzureWebJobs:Work:Disabled", "1", 0)]
    [InlineData("AzureWebJobs.Work.Disabled", "True", 0)]
    [InlineData("AzureWebJobs:Work:Disabled", "false", 1)]
    [InlineData("AzureWebJobs:Work:Disabled", "0", 1)]
    [InlineData("AzureWebJobs:Other:Disabled", "true", 1)]
    public void A_disabled_function_is_not_run(string setting, string value, int queues)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build();

        Assert.Equal(queues, FunctionCatalogue.Read([typeof(WorkFunctions)], settings).Queues.Count);
    }
}
