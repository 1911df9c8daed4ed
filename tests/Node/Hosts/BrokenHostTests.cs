using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Interacts;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Hosts;

/// <summary>
/// A host that lacks a function, refuses one or only pretends: the node answers with statuses, never crashes, and a frame
/// that it says it rendered is the right one.
/// </summary>
public sealed class BrokenHostTests
{
    private static readonly OfxPointD Pixel = new() { x = 1, y = 1 };
    private static readonly OfxPointD Somewhere = new() { x = 20, y = 20 };
    private static readonly string[] Buttons = ["reset", "loadPreset", "savePreset", "reloadIdentity"];

    // Networks take their time: only where the broken suite has to do with them.
    private static readonly string[] SlowButtons = ["pickFace", "analyse", "aboutNetworks"];
    private static readonly string[] SuitesOfSlowButtons =
        [OfxSuiteNames.kOfxImageEffectSuite, OfxSuiteNames.kOfxProgressSuite, OfxSuiteNames.kOfxMessageSuite];

    public static TheoryData<string> Suites => [.. BrokenHost.Functions.Select(function => function.Split('/')[0]).Distinct()];

    [SkippableTheory]
    [MemberData(nameof(Suites))]
    public void Without_one_of_its_functions_a_plate_is_the_plate_or_nothing(string suite) => CheckLives(suite, BrokenHost.Missing);

    [SkippableTheory]
    [MemberData(nameof(Suites))]
    public void With_one_of_its_functions_refusing_a_plate_is_the_plate_or_nothing(string suite) => CheckLives(suite, BrokenHost.Refusing);

    // What a host says that it did can't be checked, so the frame may be another; a crash or a wild write may not be.
    [SkippableTheory]
    [MemberData(nameof(Suites))]
    public void With_one_of_its_functions_pretending_nothing_crashes(string suite)
    {
        foreach (string function in Functions(suite))
            Live(function, BrokenHost.Pretending, _ => { });
    }

    [SkippableTheory]
    [InlineData("OfxImageEffectSuite1/abort")]
    [InlineData("OfxImageEffectSuite1/clipGetRegionOfDefinition")]
    [InlineData("OfxPropertySuite1/propGetDimension")]
    [InlineData("OfxPropertySuite1/propSetInt")]
    [InlineData("OfxParameterSuite1/paramGetValueAtTime")]
    [InlineData("OfxParameterSuite1/paramSetValue")]
    [InlineData("OfxMessageSuite2/clearPersistentMessage")]
    public void A_swap_that_succeeds_is_the_right_one(string function)
    {
        NodeModels.Use();
        using HostImage right = Swap("", BrokenHost.Missing)!;
        foreach (nint replacement in (nint[])[BrokenHost.Missing, BrokenHost.Refusing])
        {
            using HostImage? frame = Swap(function, replacement);
            for (int y = right.Bounds.y1; frame is not null && y < right.Bounds.y2; y++)
                Assert.True(right.Row(y).SequenceEqual(frame.Row(y)), $"row {y}");
        }
    }

    private static IEnumerable<string> Functions(string suite)
    {
        NodeModels.Use();
        return BrokenHost.Functions.Where(function => function.StartsWith(suite + "/", StringComparison.Ordinal));
    }

    private static void CheckLives(string suite, nint replacement)
    {
        using HostImage plate = Plate();
        foreach (string function in Functions(suite))
        {
            Live(function, replacement, frame =>
            {
                for (int y = 0; y < plate.Height; y++)
                    Assert.True(plate.Row(y).SequenceEqual(frame.Row(y)), $"{function}: row {y}");
            });
        }
    }

    // A whole life with every action and button, on a plate without a face.
    private static void Live(string function, nint replacement, Action<HostImage> check)
    {
        using HostImage plate = Plate();
        using OfxBundle bundle = BrokenHost.Open(function, replacement);
        try
        {
            using HostedInstance node = bundle[NodeNames.Plugin].CreateInstance(
                OfxContexts.kOfxImageEffectContextGeneral,
                new ProjectSettings { Width = plate.Width, Height = plate.Height },
                instance => instance.Clips[NodeNames.SourceClip].Bind(new StillClipSource(plate)));
            bool isPatient = Array.Exists(SuitesOfSlowButtons, suite => function.StartsWith(suite, StringComparison.Ordinal));
            Use(node, plate, isPatient ? [.. Buttons, .. SlowButtons] : Buttons, check);
        }
        catch (HostException)
        {
            // Describing or creating was refused, with a status.
        }
    }

    private static void Use(HostedInstance node, HostImage plate, string[] buttons, Action<HostImage> check)
    {
        node.GetRegionOfDefinition(1);
        node.GetRegionsOfInterest(1, new OfxRectD { x2 = 10, y2 = 10 });
        node.GetFramesNeeded(1);
        node.GetTimeDomain();
        foreach (string button in buttons)
            node.Params[button].Press();
        node.Params["faceOrder"].Parse("Picked");
        node.Params["featherUnit"].Parse("Pixels");
        node.Params["mix"].Set(0.0);
        node.IsIdentity(1, plate.Bounds);

        using HostImage frame = new(plate.Bounds, plate.Depth, plate.Components);
        RenderOutcome outcome = node.Render(new RenderRequest(1, plate.Bounds, frame));
        Assert.False(outcome.WroteOutOfBounds);
        if (outcome.Succeeded)
            check(frame);

        // Without an identity nothing is rendered.
        node.Params["mix"].Set(1.0);
        outcome = node.Render(new RenderRequest(1, plate.Bounds, frame));
        Assert.False(outcome.WroteOutOfBounds);
        if (outcome.Succeeded)
            check(frame);

        using (HostedInteract? overlay = node.CreateOverlay())
        {
            overlay?.Draw(1, Pixel);
            overlay?.Pen(OfxActions.kOfxInteractActionPenDown, 1, Pixel, Somewhere);
            overlay?.Pen(OfxActions.kOfxInteractActionPenUp, 1, Pixel, Somewhere);
        }

        node.SyncPrivateData();
    }

    // The frame; null where the host gets none.
    private static HostImage? Swap(string function, nint replacement)
    {
        using People plate = new("A");
        using OfxBundle bundle = BrokenHost.Open(function, replacement);
        try
        {
            using HostedInstance node = NodeBinary.Create(bundle, plate);
            node.Params["identityFile"].Set(SharedMaterial.Require("pictures/composite/m_easian.jpg"));
            node.Params["shape"].Set(0.0);
            HostImage frame = new(plate[1].Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Opaque };
            if (node.Render(new RenderRequest(1, frame.Bounds, frame)).Succeeded)
                return frame;

            frame.Dispose();
            return null;
        }
        catch (HostException)
        {
            return null;
        }
    }

    private static HostImage Plate()
    {
        HostImage image = new(new OfxRectI { x2 = 48, y2 = 40 }, BitDepth.Byte, PixelComponents.Rgba);
        for (int y = 0; y < image.Height; y++)
        {
            Span<byte> row = image.Row(y);
            for (int i = 0; i < row.Length; i++)
                row[i] = (byte)(y * 5 + i);
        }

        return image;
    }
}
