using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Identity.Files;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Fusion.Tests.Swappers;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Signing;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Identity;

public sealed class IdentityFileTests : IDisposable
{
    private static readonly ConsentRecord Consent = new("A. Person", "a test", new DateOnly(2035, 6, 30), "contract 7");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_written_comes_back()
    {
        IdentityFile file = Make(Consent);
        string path = Write(file);
        IdentityFile read = IdentityFile.Open(path);
        Assert.Equal("somebody", read.Record.Name);
        Assert.Equal(Consent, read.Record.Consent);
        Assert.False(read.IsSigned);
        Assert.Equal(["a.jpg", "b.jpg"], read.Record.Photos.Select(photo => photo.Name));
        Assert.Equal([3f, 1f], read.Record.Photos.Select(photo => photo.Weight));
        for (int photo = 0; photo < 2; photo++)
        {
            Assert.Equal(file.Contents[photo].Points, read.Contents[photo].Points);
            Assert.Equal(file.Contents[photo].Crop, read.Contents[photo].Crop);
            Assert.Equal(file.Contents[photo].Embeddings[0].Values.ToArray(), read.Contents[photo].Embeddings[0].Values.ToArray());
        }
    }

    [Fact]
    public void A_neutral_shape_comes_back_costs_little_and_is_signed_for()
    {
        FaceShape shape = Bent(0.01f);
        IdentityFile file = Make(Consent, shape), without = Make(Consent);
        IdentityFile read = IdentityFile.Open(Write(file));
        Assert.Equal(shape.Points.ToArray(), read.Neutral!.Points.ToArray());
        Assert.Equal(FaceMeshIndices.Count, read.Record.NeutralPoints);
        Assert.InRange(file.Bytes.Length - without.Bytes.Length, 1000, 8000);
        Assert.Equal(shape.Points.ToArray(), read.WithSignature(new byte[64]).Neutral!.Points.ToArray());
        Assert.NotEqual(file.SignedBytes.ToArray(), Make(Consent, Bent(0.02f)).SignedBytes.ToArray());
    }

    [Fact]
    public void Files_without_one_are_of_the_first_version_and_are_read()
    {
        byte[] first = Make(Consent).Bytes.ToArray(), second = Make(Consent, Bent(0.01f)).Bytes.ToArray();
        Assert.Equal((1, 2), (first[4], second[4]));
        Assert.DoesNotContain("neutral", JsonSerializer.Serialize(IdentityFile.Parse(first).Record, IdentityRecordJson.Default.IdentityRecord), StringComparison.Ordinal);
        Assert.Null(IdentityFile.Open(Write(IdentityFile.Parse(first))).Neutral);
        second[4] = 3;
        Assert.Contains("it is of version 3, and this program reads 1 to 2", Assert.Throws<InvalidDataException>(() => IdentityFile.Parse(second)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_that_cannot_be_is_refused()
    {
        Vector3[] points = [.. Bent(0).Points];
        points[5].Y = float.NaN;
        Assert.Contains("a point is no number", Assert.Throws<InvalidDataException>(() => IdentityFile.Parse(Make(Consent, new FaceShape(points)).Bytes.ToArray())).Message, StringComparison.Ordinal);
        IdentityFile file = Make(Consent, Bent(0));
        byte[] bytes = IdentityFileFormat.Write(file.Record with { NeutralPoints = 400 }, file.Contents, file.Neutral);
        Assert.Contains("impossible number of points", Assert.Throws<InvalidDataException>(() => IdentityFile.Parse(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_alone_has_its_own_shape_and_one_that_photos_join_has_theirs()
    {
        FaceShape kept = Bent(0.01f);
        IdentityPhoto[] photos = [.. ((Vector3[])[new(0.7f, 0.5f, 0.3f), new(0.2f, 0.3f, 0.4f)]).Select(colour => new IdentityPhoto(SwapperRig.Identity(colour)) { FileNeutral = kept })];
        Assert.Same(kept, new FaceIdentity(photos).Neutral);
        Assert.Same(kept, new FaceIdentity([photos[0]]).Neutral);
        foreach (FaceShape? others in (FaceShape?[])[null, Bent(0.02f)])
        {
            FaceIdentity joined = new([.. photos, new IdentityPhoto(SwapperRig.Identity()) { FileNeutral = others }]);
            Assert.Equal(new FaceIdentity(joined.Photos.Select(photo => photo with { FileNeutral = null })).Neutral!.Points.ToArray(), joined.Neutral!.Points.ToArray());
        }
    }

    [Fact]
    public void Its_portraits_are_the_photos_to_a_sixteen_bit_step()
    {
        IdentityPortrait photo = SwapperRig.Identity();
        IdentityPortrait read = Make(Consent).Portrait(0, "ab", (_, _) => throw new InvalidOperationException("the embedding is in the file"));
        Assert.Equal(photo.Mesh.Points.ToArray(), read.Mesh.Points.ToArray());
        Assert.Equal(photo.Neutral.Points.ToArray(), read.Neutral.Points.ToArray());
        for (int i = 0; i < photo.Image.Length; i++)
            Assert.True(Vector4.Distance(photo.Image.Pixels[i], read.Image.Pixels[i]) < 2f / ushort.MaxValue);
        Assert.Equal(1, read.Embedding.Cosine(new FaceEmbedding([1, 0, 0])), 1e-6);

        // Another recogniser than the file knows looks at the crop.
        IdentityPortrait other = Make(Consent).Portrait(0, "cd", (image, _) => new FaceEmbedding([0, image.Width, 0]));
        Assert.Equal(1, other.Embedding.Cosine(new FaceEmbedding([0, 1, 0])), 1e-6);
    }

    [Fact]
    public void Swappers_take_the_files_embedding_of_their_recogniser()
    {
        IdentityPortrait read = Make(Consent).Portrait(0, "ab", (_, _) => throw new InvalidOperationException("the embedding is in the file"));
        NamedRecogniser known = new(new Refusing(), "arcface", "ab");
        Assert.Equal(1, SourceEmbeddings.Of(read, known).Cosine(new FaceEmbedding([1, 0, 0])), 1e-6);
    }

    [Fact]
    public void A_consent_that_has_ended_is_told()
    {
        IdentityFile ended = Make(Consent with { Until = new DateOnly(2020, 1, 31) });
        Assert.Contains("ended on 2020-01-31", Assert.Single(ended.Portrait(0, "ab", (_, _) => null!).Warnings, warning => warning.Contains("consent", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(ended.Portrait(1, "ab", (_, _) => null!).Warnings, warning => warning.Contains("consent", StringComparison.Ordinal));
        Assert.DoesNotContain(Make(Consent).Portrait(0, "ab", (_, _) => null!).Warnings, warning => warning.Contains("consent", StringComparison.Ordinal));
    }

    [Fact]
    public void A_signature_is_kept_and_covers_everything_before_it()
    {
        IdentityFile signed = Make(Consent).WithSignature([.. Enumerable.Range(0, 64).Select(i => (byte)i)]);
        IdentityFile read = IdentityFile.Open(Write(signed));
        Assert.True(read.IsSigned);
        Assert.Equal(63, read.Signature.Span[63]);
        Assert.Equal(signed.SignedBytes.ToArray(), read.SignedBytes.ToArray());
        Assert.Equal(64, read.WithSignature(new byte[64]).Signature.Length);
    }

    [Fact]
    public void With_a_studios_key_only_what_it_signed_is_taken()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256), other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        StudioKey studio = StudioKey.Read(_folder.Write("public.pem", Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())));
        IdentityFile file = Make(Consent), signed = Signed(file, key);
        string path = Write(signed);
        signed.Require(path, studio);
        file.Require(path, key: null);
        Assert.Equal("Identity file 'somebody.ffid': signed by the studio; consent of A. Person for a test, until 2035-06-30.", signed.Provenance("somebody.ffid", studio));
        Assert.Contains("signed, by whom isn't checked here", signed.Provenance(path, null), StringComparison.Ordinal);
        Assert.Contains("not signed", file.Provenance(path, null), StringComparison.Ordinal);
        Assert.Equal(
            $"The identity file '{path}' is not signed, but FACEFUSION_MODELS_KEY asks for the signature of '{studio.Path}'; have it signed with 'facefusion identity sign'.",
            Assert.Throws<FaceException>(() => file.Require(path, studio)).Message);

        // Signed by somebody else; another consent under the signature of this one.
        foreach (IdentityFile wrong in (IdentityFile[])[Signed(file, other), Make(Consent with { Purpose = "anything" }).WithSignature(signed.Signature.Span)])
            Assert.Contains("was altered since it was signed, or signed with another key", Assert.Throws<FaceException>(() => wrong.Require(path, studio)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_engine_holds_files_against_the_key_of_its_models_and_says_where_photos_are_from()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        StudioKey studio = StudioKey.Read(_folder.Write("public.pem", Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())));
        ModelLibrary open = Material.Library();
        HashSet<string> known = [.. ModelManifest.BuiltIn.Models.Select(model => model.Sha256).OfType<string>()];
        FaceEngine anybodys = new(open), studios = new(new ModelLibrary(open.Folders, ModelManifest.BuiltIn.Trusting(studio, known)));
        string path = Write(anybodys.MakeIdentityFile("somebody", "test", Consent, [(Material.London("002"), 1)]));
        Assert.Contains("not signed; consent of A. Person", Assert.Single(anybodys.LoadIdentity([path]).Provenance), StringComparison.Ordinal);
        Assert.Contains("is not signed, but", Assert.Throws<FaceException>(() => studios.LoadIdentity([path])).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, Signed(IdentityFile.Open(path), key).Bytes.Span);
        Assert.Contains("signed by the studio", Assert.Single(studios.LoadIdentity([path]).Provenance), StringComparison.Ordinal);
        Assert.Empty(studios.LoadIdentity([Material.London("002")]).Provenance);
    }

    [Fact]
    public void Whatever_happens_to_the_bytes_the_answer_is_a_sentence_with_the_files_name()
    {
        byte[] whole = Make(Consent).Bytes.ToArray();
        Random random = new(11);
        for (int trial = 0; trial < 60; trial++)
        {
            byte[] bytes = trial % 3 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (trial % 3 != 0)
                bytes[random.Next(bytes.Length)] ^= (byte)(1 + random.Next(255));
            if (trial % 3 == 2)
                bytes = [.. bytes, 1, 2, 3];
            string path = _folder.File("damaged.ffid");
            File.WriteAllBytes(path, bytes);

            // The reserved bytes of the header mean nothing yet.
            if (bytes.Length == whole.Length && bytes.AsSpan(0, 6).SequenceEqual(whole.AsSpan(0, 6)) && bytes.AsSpan(8).SequenceEqual(whole.AsSpan(8)))
                continue;
            FaceException refusal = Assert.Throws<FaceException>(() => IdentityFile.Open(path));
            Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        }

        Assert.Throws<FaceException>(() => IdentityFile.Open(_folder.File("none.ffid")));
    }

    [SkippableFact]
    public void The_engine_takes_it_wherever_a_photo_goes()
    {
        FaceEngine engine = Material.Engine();
        string photo = Material.London("002"), path = _folder.File("somebody.ffid");
        IdentityFile file = engine.MakeIdentityFile("somebody", "test", Consent, [(photo, 1), (Material.London("022"), 2)]);
        File.WriteAllBytes(path, file.Bytes.Span);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-1));
        IReadOnlyList<IdentityPhoto> photos = engine.LoadIdentity([path]).Photos;
        IdentityPortrait original = engine.LoadIdentity(photo);
        FaceIdentity ofPhotos = new([new IdentityPhoto(original), new IdentityPhoto(engine.LoadIdentity(Material.London("022")), Weight: 2)]);
        Assert.Equal(ofPhotos.Neutral!.Points.ToArray(), file.Neutral!.Points.ToArray());
        Assert.Equal(ofPhotos.Neutral.Points.ToArray(), engine.LoadIdentity([path]).Neutral!.Points.ToArray());
        Assert.Same(engine.LoadIdentity([path]).Neutral, engine.LoadIdentity([path]).Neutral);
        Assert.Same(file.Neutral, engine.LoadIdentity(file).Neutral);
        IdentityPhoto same = Assert.Single(photos, read => read.Name == "002.jpg");
        Assert.Equal(1f / 3, same.Weight, 1e-6f);
        Assert.Equal(1, same.Portrait.Embedding.Cosine(original.Embedding), 1e-6);
        Assert.Equal(original.Mesh.Points.ToArray(), same.Portrait.Mesh.Points.ToArray());
        Assert.Same(same.Portrait, engine.LoadIdentity([path]).Photos.Single(read => read.Name == "002.jpg").Portrait);
    }

    public void Dispose() => _folder.Dispose();

    // The canonical face, a little of it moved.
    private static FaceShape Bent(float by)
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = CanonicalFace.Points[i] + new Vector3(by * MathF.Sin(i), 0, 0);
        return new FaceShape(points);
    }

    private static IdentityFile Make(ConsentRecord consent, FaceShape? neutral = null)
    {
        IdentityPortrait first = SwapperRig.Identity(), second = SwapperRig.Identity(new Vector3(0.2f, 0.3f, 0.4f));
        FaceEmbedding embedding = new([1, 0, 0]);
        IdentityRecord record = new("somebody", new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc), "test", consent, [Stored("a.jpg", 3, first), Stored("b.jpg", 1, second)]);
        return IdentityFile.Make(record, [Content(first), Content(second)], neutral);

        StoredPhoto Stored(string name, float weight, IdentityPortrait portrait) =>
            new(name, new string('0', 64), weight, portrait.Image.Width, portrait.Image.Height, 1, portrait.Warnings, [new StoredEmbedding("recogniser", "ab", 3)]);

        PhotoContent Content(IdentityPortrait portrait) => new(portrait.Mesh.Points.ToArray(), [embedding], PhotoContent.CropOf(portrait.Image));
    }

    private static IdentityFile Signed(IdentityFile file, ECDsa key) => file.WithSignature(key.SignData(file.SignedBytes.Span, HashAlgorithmName.SHA256));

    private string Write(IdentityFile file)
    {
        string path = _folder.File("somebody.ffid");
        File.WriteAllBytes(path, file.Bytes.Span);
        return path;
    }

    private sealed class Refusing : IFaceRecogniser
    {
        public FaceEmbedding Embed(in FrameView frame, ReadOnlySpan<Vector2> points) => throw new InvalidOperationException("nobody needs to look");
    }
}
