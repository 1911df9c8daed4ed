using FaceFusion.Fusion.Casting;

namespace FaceFusion.Node.Engine;

/// <summary>A person of the plate, and who is put in for them.</summary>
/// <param name="Number">From 1, as the panel counts.</param>
/// <param name="PersonFile">A photo of the person or an identity file; "" where the remembered face counts.</param>
/// <param name="PersonFace">The remembered face; "" for none.</param>
/// <param name="Identity">Who is put in; "" for the node's own identity, the first role's.</param>
/// <param name="Place">Where the person is in the frame, if the shot was analysed.</param>
internal sealed record CastRole(int Number, string PersonFile, string PersonFace, string Identity, CastPlace Place = default);
