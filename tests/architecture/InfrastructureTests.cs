using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Monitor.Architecture.Tests;

/// <summary>What runs in Azure: the template compiles without remarks, and says what the code asks for.</summary>
public sealed partial class InfrastructureTests
{
    [Theory]
    [InlineData("build")]
    [InlineData("lint")]
    public async Task Bicep_accepts_the_template(string verb)
    {
        string[] arguments = verb == "build" ? ["build", "infra/main.bicep", "--stdout"] : ["lint", "infra/main.bicep"];
        (int exit, string output) = await BicepAsync(arguments);
        Assert.True(exit == 0, output);
        Assert.DoesNotMatch(@"\b(Warning|Error)\b [a-zA-Z-]+:", output);
    }

    [Fact]
    public async Task The_template_makes_storage_app_identity_and_roles()
    {
        (int exit, string output) = await BicepAsync(["build", "infra/main.bicep", "--stdout"]);
        Assert.True(exit == 0, output);
        using JsonDocument template = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..(output.LastIndexOf('}') + 1)]);
        string[] types = [.. template.RootElement.GetProperty("resources").EnumerateArray().Select(r => r.GetProperty("type").GetString()!)];
        Assert.Contains("Microsoft.Storage/storageAccounts", types);
        Assert.Contains("Microsoft.Web/sites", types);
        Assert.Contains("Microsoft.App/managedEnvironments", types);
        Assert.Contains("Microsoft.ManagedIdentity/userAssignedIdentities", types);
        Assert.Contains("Microsoft.Authorization/roleAssignments", types);
    }

    [Fact]
    public void Every_setting_of_the_template_is_one_that_the_docs_name()
    {
        string settings = Repository.Read("docs/settings.md");
        foreach (Match name in SettingName().Matches(Repository.Read("infra/main.bicep")))
            Assert.Contains(name.Groups[1].Value, settings, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_holds_a_browser_and_fonts()
    {
        string dockerfile = Repository.Read("infra/Dockerfile");
        Assert.Contains("chromium-headless-shell", dockerfile, StringComparison.Ordinal);
        Assert.Contains("fonts-", dockerfile, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> BicepAsync(string[] arguments)
    {
        string bicep = typeof(InfrastructureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Bicep").Value!;
        // Packages are unpacked without the right to execute.
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            File.SetUnixFileMode(bicep, File.GetUnixFileMode(bicep) | UnixFileMode.UserExecute);
        return Repository.RunAsync(bicep, arguments, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"name: '(Monitor__\w+)'")]
    private static partial Regex SettingName();
}
