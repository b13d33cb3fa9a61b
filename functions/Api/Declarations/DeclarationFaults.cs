using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Api.Declarations;

/// <summary>Tells a program what is wrong with a declaration, at the members it is about.</summary>
internal static class DeclarationFaults
{
    public static IResult? Refusal(IEnumerable<DeclarationFault> found)
    {
        var faults = new Faults();
        foreach (DeclarationFault fault in found)
            Add(faults, fault);
        return faults.Refusal;
    }

    private static void Add(Faults faults, DeclarationFault fault)
    {
        switch (fault)
        {
            case DeclarationFault.NoOutcome:
                faults.Add("outcome", "missing", new("Oppgi met, notMet, planned eller notRelevant.", "Oppgi met, notMet, planned eller notRelevant.", "Give met, notMet, planned or notRelevant."));
                break;
            case DeclarationFault.DateNotAhead:
                faults.Add("plannedFor", "outOfRange", new("Oppgi en dato fram i tid.", "Oppgi ein dato fram i tid.", "Give a date in the future."));
                break;
            case DeclarationFault.DateNotWanted:
                faults.Add("plannedFor", "notWanted", new("Bare det som er planlagt, har en dato.", "Berre det som er planlagt, har ein dato.", "Only what is planned has a date."));
                break;
            case DeclarationFault.BadReason:
                faults.AddText("reason", DeclarationDraft.ReasonLength);
                break;
            case DeclarationFault.BadRole:
                faults.AddText("responsibleRole", DeclarationDraft.RoleLength);
                break;
            default:
                faults.Add("link", "url", new("Oppgi nettadressen der dette kan ses.", "Oppgi nettadressa der dette kan sjåast.", "Give the web address where this can be seen."));
                break;
        }
    }
}
