using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Hashing;
using FaceFusion.Kernels.Colour;

namespace FaceFusion.Fusion.Identity.Files;

/// <summary>Makes identity files of portraits.</summary>
internal static class IdentityFileMaker
{
    /// <summary>Makes one.</summary>
    /// <param name="name">What to call the identity.</param>
    /// <param name="product">The product and version that makes it.</param>
    /// <param name="consent">The consent that it is used under.</param>
    /// <param name="photos">The photos, each with its path and weight.</param>
    /// <param name="recognisers">Who the photos are shown to.</param>
    /// <exception cref="FaceException">A photo can't be read.</exception>
    public static IdentityFile Make(
        string name, string product, ConsentRecord consent, IReadOnlyList<(IdentityPortrait Portrait, string Path, float Weight)> photos, IReadOnlyList<NamedRecogniser> recognisers)
    {
        List<StoredPhoto> stored = [];
        List<PhotoContent> contents = [];
        foreach ((IdentityPortrait portrait, string path, float weight) in photos)
        {
            FrameView picture = new(portrait.Image.AsView(), NetworkSpace.Working, Premultiplied: false);
            FaceEmbedding[] embeddings = [.. recognisers.Select(recogniser => recogniser.IsEngines ? portrait.Embedding : recogniser.Network.Embed(picture, portrait.Mesh.FivePoints()))];
            stored.Add(new StoredPhoto(
                Path.GetFileName(path), Sha256Hash.HexOf(StillDecoder.ReadFile(path)), weight, portrait.Image.Width, portrait.Image.Height, portrait.Mesh.Presence, portrait.Warnings,
                [.. recognisers.Select((recogniser, i) => new StoredEmbedding(recogniser.Name, recogniser.Sha256, embeddings[i].Values.Length))]));
            contents.Add(new PhotoContent(portrait.Mesh.Points.ToArray(), embeddings, PhotoContent.CropOf(portrait.Image)));
        }

        FaceIdentity identity = new(photos.Select(photo => new IdentityPhoto(photo.Portrait, Path.GetFileName(photo.Path), photo.Weight)));
        return IdentityFile.Make(new IdentityRecord(name, DateTime.UtcNow, product, consent, stored), contents, identity.Neutral);
    }
}
