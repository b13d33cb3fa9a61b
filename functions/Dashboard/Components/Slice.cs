namespace Monitor.Functions.Dashboard.Components;

/// <summary>A page of a list that is known whole.</summary>
/// <param name="Items">The items of the page.</param>
/// <param name="Total">Items in the whole list.</param>
/// <param name="Page">The page's number, from 1.</param>
/// <param name="Pages">How many pages there are; at least one.</param>
public sealed record Slice<TItem>(IReadOnlyList<TItem> Items, int Total, int Page, int Pages);

/// <summary>Cuts lists into pages.</summary>
public static class Slice
{
    /// <summary>The page of that number, or the nearest there is.</summary>
    public static Slice<TItem> Of<TItem>(IReadOnlyList<TItem> all, int page, int size)
    {
        int pages = Math.Max(1, (all.Count + size - 1) / size);
        int current = Math.Clamp(page, 1, pages);
        return new Slice<TItem>([.. all.Skip((current - 1) * size).Take(size)], all.Count, current, pages);
    }
}
