using System.Buffers;
using System.Numerics;
using System.Text.Json;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Patches;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Plugin.Actions;

namespace FaceFusion.Node.Reporting;

/// <summary>
/// What is known of a rendered frame, as JSON: its faces with points, poses and scores, the settings, and what the swap
/// found. Places are pixels of the rendered plate from the lower-left corner of its lower-left pixel, y upwards, as in
/// ST maps and in hosts. The guide tells the fields.
/// </summary>
internal static class FrameData
{
    private const int FormatVersion = 1;

    // The box that a shot is stabilised by, in distances between the eyes from the middle between them: from brow to chin.
    private const float BoxSide = 1.1f, BoxTop = 0.9f, BoxBottom = 1.7f;

    /// <summary>The frame's data.</summary>
    /// <param name="frame">The plate.</param>
    /// <param name="arguments">What the host asked for.</param>
    /// <param name="settings">The parameters.</param>
    /// <param name="selection">Which face was asked for.</param>
    /// <param name="identities">Who was put in, by person.</param>
    /// <param name="swaps">The faces.</param>
    public static ReadOnlyMemory<byte> Json(in FrameView frame, in RenderArguments arguments, RenderSettings settings, FaceSelection selection, IReadOnlyList<FaceIdentity> identities, FrameSwaps swaps)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteNumber("frame", arguments.Time);
            json.WriteNumber("width", frame.Width);
            json.WriteNumber("height", frame.Height);
            json.WriteNumber("pixelAspect", frame.PixelAspect);
            json.WriteNumber("renderScale", arguments.RenderScale.y);
            json.WriteString("inputSpace", frame.Space.Curve.ToString());
            json.WriteBoolean("premultiplied", frame.Premultiplied);
            json.WriteNumber("patchSide", FacePatch.SideFor(frame.Width, frame.Height));
            WriteSettings(json, settings, selection);
            WriteIdentity(json, identities[0]);
            WritePeople(json, identities, swaps);
            json.WriteStartArray("faces");
            for (int i = 0; i < swaps.Chosen.Count; i++)
                WriteFace(json, swaps.Chosen[i], swaps.ByFace[i], swaps.PersonOf(swaps.Chosen[i]), frame);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteSettings(Utf8JsonWriter json, RenderSettings settings, FaceSelection selection)
    {
        SwapOptions swap = settings.Swap;
        json.WriteStartObject("settings");
        json.WriteString("face", selection.Order.ToString());
        json.WriteNumber("number", selection.Number);
        json.WriteNumber("mix", settings.Mix);
        json.WriteString("swapper", NetworkParameters.Label(swap.Network));
        json.WriteNumber("shape", swap.Shape);
        json.WriteNumber("eyes", swap.Eyes);
        json.WriteStartObject("feather");
        json.WriteString("unit", swap.Feather.Unit == FeatherUnit.Pixels ? "pixels" : "percent");
        json.WriteNumber("top", swap.Feather.Top);
        json.WriteNumber("bottom", swap.Feather.Bottom);
        json.WriteNumber("left", swap.Feather.Left);
        json.WriteNumber("right", swap.Feather.Right);
        json.WriteEndObject();
        json.WriteString("colour", SwapParameters.Label(swap.Colour));
        json.WriteNumber("colourStrength", swap.ColourStrength);
        json.WriteNumber("grain", swap.Grain);
        json.WriteNumber("sharpness", swap.Sharpness);
        json.WriteBoolean("useMatte", settings.UseMatte);
        json.WriteBoolean("invertMatte", settings.InvertMatte);
        json.WriteString("matteChannel", settings.MatteChannel.ToString());
        json.WriteEndObject();
    }

    // Who is who, of every face of the frame; nothing where people weren't asked for.
    private static void WritePeople(Utf8JsonWriter json, IReadOnlyList<FaceIdentity> identities, FrameSwaps swaps)
    {
        if (swaps.Told.Count == 0)
            return;

        json.WriteStartArray("otherIdentities");
        foreach (FaceIdentity identity in identities.Skip(1))
        {
            json.WriteStartObject();
            WriteContent(json, identity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("people");
        foreach (CastFace told in swaps.Told)
        {
            json.WriteStartObject();
            json.WriteNumber("person", told.Answer.Person + 1);
            json.WriteNumber("distance", told.Answer.Distance);
            json.WriteBoolean("isPerson", told.Answer.IsPerson);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIdentity(Utf8JsonWriter json, FaceIdentity identity)
    {
        json.WriteStartObject("identity");
        WriteContent(json, identity);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, FaceIdentity identity)
    {
        json.WriteStartArray("photos");
        foreach (IdentityPhoto photo in identity.Photos)
        {
            IdentityQuality quality = photo.Portrait.Quality;
            json.WriteStartObject();
            json.WriteString("name", photo.Name);
            json.WriteNumber("weight", photo.Weight);
            json.WriteNumber("eyeDistance", quality.InterOcular);
            json.WriteNumber("yaw", quality.Yaw);
            json.WriteNumber("pitch", quality.Pitch);
            json.WriteNumber("sharpness", quality.Sharpness);
            json.WriteNumber("unnaturalness", quality.Unnaturalness);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "files", identity.Provenance);
        WriteTexts(json, "warnings", identity.Warnings);
    }

    private static void WriteFace(Utf8JsonWriter json, Face face, SwappedFace? swapped, int? person, in FrameView frame)
    {
        FrameView copy = frame;
        json.WriteStartObject();
        if (person is { } number)
            json.WriteNumber("person", number + 1);
        json.WriteNumber("score", face.Detection.Score);
        json.WriteNumber("presence", face.Mesh.Presence);
        RectF box = face.Detection.Box;
        WriteNumbers(json, "box", box.X1, frame.Height - box.Y2, box.X2, frame.Height - box.Y1);
        json.WriteStartObject("pose");
        json.WriteNumber("yaw", face.Pose.Yaw);
        json.WriteNumber("pitch", face.Pose.Pitch);
        json.WriteNumber("roll", face.Pose.Roll);
        json.WriteNumber("eyeDistance", face.Pose.InterOcular);
        json.WriteEndObject();
        WritePlaces(json, "stabilise", Box(face.Pose).Select(place => ToRaster(place, copy)), frame);
        WritePlaces(json, "eyes", face.Mesh.FivePoints().Take(2), frame);
        WritePlaces(json, "fivePoints", face.Mesh.FivePoints(), frame);
        WritePlaces(json, "points", Flat(face.Mesh), frame);
        if (swapped is not null)
            WriteSwap(json, swapped, frame);
        json.WriteEndObject();
    }

    private static void WriteSwap(Utf8JsonWriter json, SwappedFace swapped, in FrameView frame)
    {
        json.WriteStartObject("swap");
        RectI region = swapped.Region;
        WriteNumbers(json, "region", region.X1, frame.Height - region.Y2, region.X2, frame.Height - region.Y1);
        json.WriteNumber("shape", swapped.Shape);
        if (swapped.FitResidual is { } residual)
            json.WriteNumber("shapeMisfit", residual);
        json.WriteNumber("plateGrain", swapped.PlateGrain);
        json.WriteBoolean("hairAndHandsTold", swapped.IsSegmented);
        string[] notes = [.. swapped.IdentityNotes];
        WriteTexts(json, "notes", swapped.ShapeNote.Length > 0 ? [swapped.ShapeNote, .. notes] : notes);
        WritePlaces(json, "points", Flat(swapped.Mesh), frame);
        json.WriteEndObject();
    }

    // Corners of the face's box, turned and scaled with the head, in square pixels: lower left, lower right, upper right,
    // upper left. What the eyes' own points do when they look aside moves nothing.
    private static IEnumerable<Vector2> Box(HeadPose pose)
    {
        Vector3 middle = pose.CanonicalToFrame.Apply(Vector3.Zero);
        Affine2D upright = Affine2D.Similarity(pose.InterOcular, pose.Roll * (Math.PI / 180), middle.X, middle.Y);
        return [upright.Apply(new(-BoxSide, BoxBottom)), upright.Apply(new(BoxSide, BoxBottom)), upright.Apply(new(BoxSide, -BoxTop)), upright.Apply(new(-BoxSide, -BoxTop))];
    }

    private static Vector2 ToRaster(Vector2 square, in FrameView frame) => frame.SquareToRaster.Apply(square);

    private static Vector2[] Flat(FaceMesh mesh)
    {
        Vector2[] flat = new Vector2[mesh.Points.Length];
        for (int i = 0; i < flat.Length; i++)
            flat[i] = new Vector2(mesh.Points[i].X, mesh.Points[i].Y);
        return flat;
    }

    private static void WritePlaces(Utf8JsonWriter json, string name, IEnumerable<Vector2> places, in FrameView frame)
    {
        json.WriteStartArray(name);
        foreach (Vector2 place in places)
        {
            // A list of 478 places is read by programs: one line.
            json.WriteRawValue(FormattableString.Invariant($"[{place.X}, {frame.Height - place.Y}]"));
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, params ReadOnlySpan<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
