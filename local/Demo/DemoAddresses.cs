using System.Globalization;
using System.Net;

namespace Monitor.Local.Demo;

/// <summary>
/// Where the demo's parts listen: each on a loopback address of its own, made from the dashboard's port of the first run, so that they stay
/// the same from run to run (solutions are registered by address) and two demos on one machine don't meet.
/// </summary>
internal sealed class DemoAddresses(int port)
{
    /// <summary>The addresses of the demo in a folder; a new one takes those of the port.</summary>
    public static async Task<DemoAddresses> OfAsync(string dataFolder, int port, CancellationToken cancellation)
    {
        string file = Path.Combine(dataFolder, "addresses");
        if (File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file, cancellation), CultureInfo.InvariantCulture, out int first))
            return new DemoAddresses(first);
        await File.WriteAllTextAsync(file, port.ToString(CultureInfo.InvariantCulture), cancellation);
        return new DemoAddresses(port);
    }

    /// <summary>The municipality's site.</summary>
    public IPEndPoint Municipality => At(1, 8080);

    /// <summary>The directorate's site.</summary>
    public IPEndPoint Directorate => At(2, 8080);

    /// <summary>The registries' stand-ins.</summary>
    public IPEndPoint Registries => At(3, 8080);

    /// <summary>Where mails are read.</summary>
    public IPEndPoint Mails => At(4, 8080);

    /// <summary>Where mails are taken.</summary>
    public IPEndPoint Smtp => At(4, 2525);

    /// <summary>Where <c>demo break</c> and <c>demo repair</c> are taken.</summary>
    public IPEndPoint Control => At(5, 8080);

    private IPEndPoint At(byte last, int at) => new(new IPAddress([127, (byte)(port >> 8), (byte)port, last]), at);
}
