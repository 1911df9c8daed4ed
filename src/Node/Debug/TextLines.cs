namespace FaceFusion.Node.Debug;

/// <summary>Text in lines.</summary>
internal static class TextLines
{
    /// <summary>Breaks a text between words; a word that is longer than a line, such as a path, is broken within.</summary>
    /// <param name="text">The text, its words parted by single spaces.</param>
    /// <param name="columns">The most characters of a line, at least 1.</param>
    public static IEnumerable<string> Of(string text, int columns)
    {
        while (text.Length > columns)
        {
            int space = text.LastIndexOf(' ', columns);
            int end = space > 0 ? space : columns;
            yield return text[..end];
            text = text[end..].TrimStart(' ');
        }

        yield return text;
    }
}
