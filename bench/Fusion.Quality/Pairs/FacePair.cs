namespace FaceFusion.Quality.Pairs;

/// <summary>Who is swapped onto whom.</summary>
/// <param name="Identity">The identity's picture.</param>
/// <param name="Target">The target's name in the London set.</param>
/// <param name="Neutral">The target's neutral picture.</param>
/// <param name="Smiling">The target's smiling picture when that is the one to be swapped.</param>
internal sealed record FacePair(string Identity, string Target, string Neutral, string? Smiling)
{
    /// <summary>The identity's name.</summary>
    public string IdentityName => Path.GetFileNameWithoutExtension(Identity);

    /// <summary>The target's name with its expression.</summary>
    public string TargetName => Smiling is null ? Target : $"{Target} smiling";
}
