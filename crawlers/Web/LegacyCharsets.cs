using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Monitor.Crawlers.Web;

/// <summary>Lets windows-1252 and its like be read: old sites still write æøå in them.</summary>
internal static class LegacyCharsets
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "AngleSharp makes its list of encodings once, when any part of it is first used; no later moment is early enough.")]
    public static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
