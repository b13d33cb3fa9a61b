using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.National;

/// <summary>Reads the obligations nationally: one blob a page, made anew every five minutes.</summary>
public sealed class ObligationsPageQuery(IBlobs blobs)
{
    private const int AgenciesPerPage = 50;

    /// <summary>The counts of one group of bodies, or of all where none is named.</summary>
    public async Task<ObligationsModel> RunAsync(string? group, CancellationToken cancellation)
    {
        BodyGroup? wanted = Enum.TryParse(group, out BodyGroup named) && Enum.IsDefined(named) ? named : null;
        NationalObligations? national = await blobs.ReadNationalObligationsAsync(cancellation);
        return new ObligationsModel(
            wanted,
            national,
            national?.Agencies.Where(a => wanted is null || a.Group == wanted).Sum(a => a.Agencies) ?? 0,
            [.. national?.Obligations.Select(o => ObligationLine.Of(o, wanted)) ?? []]);
    }

    /// <summary>Who owes declarations.</summary>
    public async Task<DeclarationListModel> DeclarationsAsync(int page, CancellationToken cancellation)
    {
        DeclarationList? list = await blobs.ReadDeclarationListAsync(cancellation);
        return new DeclarationListModel(list?.AsOf, list?.Agencies.Count(a => a.Owed > 0) ?? 0, Slice.Of(list?.Agencies ?? [], page, AgenciesPerPage));
    }
}

/// <summary>What each obligation came to nationally.</summary>
/// <param name="Group">The group of bodies shown; null for all.</param>
/// <param name="National">What was folded; null before the first time.</param>
/// <param name="Agencies">How many bodies the counts are of.</param>
/// <param name="Lines">The obligations, in the circular's order.</param>
public sealed record ObligationsModel(BodyGroup? Group, NationalObligations? National, int Agencies, IReadOnlyList<ObligationLine> Lines)
{
    internal const string GroupKey = "group";
}

/// <summary>Who owes declarations.</summary>
/// <param name="AsOf">When the list was made (UTC); null before the first was.</param>
/// <param name="Owing">Agencies that owe any.</param>
/// <param name="Agencies">One page of the agencies, those that owe most first.</param>
public sealed record DeclarationListModel(DateTimeOffset? AsOf, int Owing, Slice<AgencyDeclarations> Agencies);
