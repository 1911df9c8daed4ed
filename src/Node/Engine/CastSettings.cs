using FaceFusion.Fusion;
using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Engine;

/// <summary>The people of the plate that are replaced, as the parameters name them.</summary>
/// <param name="Roles">Those that have a person or an identity of their own, the first always.</param>
/// <param name="Within">How unlike a face may be.</param>
internal sealed record CastSettings(IReadOnlyList<CastRole> Roles, double Within)
{
    /// <summary>Reads them.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="map">Where the plate lies, for the places in which Analyse found them; null where who they are is to tell.</param>
    /// <exception cref="NodeException">A list of frames can't be read.</exception>
    public static CastSettings Read(Effect effect, double time, CanonicalMap? map = null)
    {
        List<CastRole> roles = [];
        for (int i = 0; i < NodeNames.PersonFiles.Length; i++)
        {
            CastRole role = new(i + 1, Text(NodeNames.PersonFiles[i]), Text(NodeNames.PersonFaces[i]), i == 0 ? "" : Text(NodeNames.PersonIdentities[i]));
            if (i == 0 || role.PersonFile.Length + role.PersonFace.Length + role.Identity.Length > 0)
                roles.Add(map is { } plate ? role with { Place = PersonTrack.Read(effect, i, time, plate) } : role);
        }

        return new CastSettings(roles, effect.DoubleParam(NodeNames.PersonDistance).GetAt(time));

        string Text(string name) => effect.TryStringParam(name)?.GetAt(time).Trim() ?? "";
    }

    /// <summary>A selection with its people, where it asks for people.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="engine">Looks at photos of them.</param>
    /// <param name="selection">The selection.</param>
    /// <param name="map">Where the plate lies.</param>
    /// <exception cref="NodeException">A person isn't named, a remembered face can't be used, or a list of frames can't be read.</exception>
    /// <exception cref="FaceException">A photo can't be read, or shows no face large enough.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public static FaceSelection WithPeople(Effect effect, double time, FaceEngine engine, FaceSelection selection, CanonicalMap map) =>
        selection.Order == FaceOrder.Person ? selection with { Cast = Read(effect, time, map).Load(engine) } : selection;

    /// <summary>The people.</summary>
    /// <param name="engine">Looks at photos of them.</param>
    /// <exception cref="NodeException">A person isn't named, or a remembered face can't be used.</exception>
    /// <exception cref="FaceException">A photo can't be read, or shows no face large enough.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public Cast Load(FaceEngine engine) => new(Roles.Select(role => Person(engine, role)), Within, [.. Roles.Select(role => role.Place)]);

    /// <summary>Who is put in for each of them.</summary>
    /// <param name="engine">Looks at the photos.</param>
    /// <param name="first">The node's own identity.</param>
    /// <exception cref="NodeException">A person has nobody to be replaced by.</exception>
    /// <exception cref="FaceException">A photo can't be read, or shows no face large enough.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public IReadOnlyList<FaceIdentity> Identities(FaceEngine engine, FaceIdentity first) =>
        [.. Roles.Select(role => role.Number == 1 ? first : engine.LoadIdentity([Identity(role)]))];

    private static FaceEmbedding Person(FaceEngine engine, CastRole role)
    {
        if (role.PersonFile.Length > 0)
            return engine.LoadIdentity([role.PersonFile]).Embedding;
        if (role.PersonFace.Length > 0)
            return RememberedFace.Read(role.PersonFace, engine.RecogniserSha256, role.Number);
        throw new NodeException(role.Number == 1
            ? "Face is Person, but nobody is named; set Person to a photo of who is replaced, or press Remember person on a frame that shows them."
            : $"Identity of person {role.Number} is set, but not whom it replaces; set Person {role.Number} to a photo of them, or press Remember person {role.Number}.");
    }

    private static string Identity(CastRole role) => role.Identity.Length > 0
        ? role.Identity
        : throw new NodeException($"Nobody is put in for person {role.Number}; set Identity of person {role.Number} to a photo, or empty Person {role.Number}.");
}
