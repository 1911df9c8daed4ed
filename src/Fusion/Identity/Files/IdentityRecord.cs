using System.Text.Json.Serialization;

namespace FaceFusion.Fusion.Identity.Files;

/// <summary>What an identity file says of itself.</summary>
/// <param name="Name">What to call the identity.</param>
/// <param name="Created">When the file was made, UTC.</param>
/// <param name="Product">The product and version that made it.</param>
/// <param name="Consent">The consent that it is used under.</param>
/// <param name="Photos">The photos it was made of.</param>
/// <param name="NeutralPoints">The points of the neutral shape that is stored beside; 0 where there is none, as in files of version 1.</param>
public sealed record IdentityRecord(
    string Name, DateTime Created, string Product, ConsentRecord Consent, IReadOnlyList<StoredPhoto> Photos,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int NeutralPoints = 0);
