using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;

namespace Monitor.Functions.Dashboard;

/// <summary>Shows what a register refused at the fields it is about.</summary>
internal static class FormProblems
{
    private static readonly Dictionary<(string Field, string Code), string> Known = new()
    {
        [("orgNumber", ProblemCodes.Duplicate)] = "AgencyForm.OrgNumberTaken",
        [("orgNumber", ProblemCodes.Erasing)] = "AgencyForm.Erasing",
        [("name", ProblemCodes.NameMissing)] = "Form.NameMissing",
        [("name", ProblemCodes.NameTooLong)] = "Form.NameLong",
        [("name", ProblemCodes.NameUnreadable)] = "Form.NameUnreadable",
        [("url", ProblemCodes.InvalidUrl)] = "SolutionForm.UrlWrong",
        [("url", ProblemCodes.Duplicate)] = "SolutionForm.UrlTaken",
        [("scopePath", ProblemCodes.InvalidScopePath)] = "SolutionForm.ScopeWrong",
        [("regulation", ProblemCodes.UnknownRegulation)] = "SolutionForm.RegulationWrong",
        [("maxPages", ProblemCodes.MaxPagesOutOfRange)] = "SolutionForm.MaxPagesWrong",
        [("intervalHours", ProblemCodes.IntervalOutOfRange)] = "SolutionForm.IntervalWrong",
    };

    /// <summary>Refuses the fields; what belongs to none is said at the first.</summary>
    public static void Refuse(this FormState form, IEnumerable<RegistrationProblem> problems)
    {
        foreach (RegistrationProblem problem in problems)
        {
            (string field, string text) = Known.TryGetValue((problem.Field, problem.Code), out string? known)
                ? (problem.Field, known)
                : ("name", problem.Code == ProblemCodes.Changed ? "Form.Changed" : "Form.Gone");
            form.Refuse(field, text);
        }
    }
}
