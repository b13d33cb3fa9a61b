using System.Globalization;
using Monitor.Shared.Agencies;

namespace Monitor.Shared.Obligations.National;

/// <summary>Counts what every agency's obligations come to, one agency after the other, at one moment.</summary>
internal sealed class NationalFold(DateTimeOffset now)
{
    private static readonly BodyGroup[] Groups = Enum.GetValues<BodyGroup>();
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("nb-NO"), ignoreCase: true);
    private readonly int[] sizes = new int[Groups.Length];
    private readonly List<AgencyDeclarations> declarations = [];

    private readonly GroupCounts[][] counts =
        [.. ObligationCatalogue.Current.Obligations.Select(_ => Groups.Select(g => new GroupCounts(g, 0, 0, 0, 0, 0, 0)).ToArray())];

    public void Add(AgencyRow agency, KnownCompliance known)
    {
        ComplianceMatrix matrix = ComplianceMatrixBuilder.Build(agency.Name, BodyFacts.Of(agency), known, agency.RegistriesCheckedAt, now);
        BodyGroup group = BodyGroups.Of(agency);
        sizes[(int)group]++;
        foreach ((int row, ObligationEntry entry) in matrix.Obligations.Index())
            counts[row][(int)group] = counts[row][(int)group].With(entry);

        DeclarationState[] asked = [.. matrix.Declarations.Select(e => e.Declaration!.State)];
        declarations.Add(new AgencyDeclarations(
            agency.RowKey, agency.Name, group, asked.Length,
            asked.Count(s => s == DeclarationState.Missing), asked.Count(s => s == DeclarationState.OutOfDate), asked.Count(s => s == DeclarationState.EndsSoon)));
    }

    public NationalObligations Obligations => new(
        now, ObligationCatalogue.Current.Id, ObligationCatalogue.Current.Status,
        [.. Groups.Select(g => new GroupSize(g, sizes[(int)g]))],
        [.. ObligationCatalogue.Current.Obligations.Zip(counts, (o, c) => new ObligationCounts(o.Id, o.Kind, c))]);

    public DeclarationList Declarations => new(
        now,
        [.. declarations.OrderByDescending(a => a.Owed).ThenBy(a => a.Name, ByName).ThenBy(a => a.OrgNumber, StringComparer.Ordinal)]);
}
