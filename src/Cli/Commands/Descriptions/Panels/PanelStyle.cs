namespace FaceFusion.Cli.Commands.Descriptions.Panels;

/// <summary>The style of the page: the dark grey of compositors.</summary>
internal static class PanelStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        body { background: #1b1c1e; color: #d6d7d9; font: 13px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem }
        h1 { font-size: 1.5rem; margin: 0 0 .2rem } h2 { font-size: 1rem; margin: 2rem 0 .6rem; color: #aeb2b8; font-weight: 600 }
        .about { color: #9a9ea5; max-width: 46rem; margin: .2rem 0 1rem }
        .clips { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: .8rem }
        .clip { border: 1px solid #44484f; border-radius: 999px; padding: .1rem .75rem; color: #c3c7cd } .clip.optional { border-style: dashed; color: #9a9ea5 }
        .panel { background: #2a2c30; border: 1px solid #3a3d43; border-radius: 6px; padding: .4rem .9rem .8rem; max-width: 40rem }
        .tabs > input { position: absolute; opacity: 0; pointer-events: none }
        .tabs > label { display: inline-block; padding: .35rem .8rem; color: #9a9ea5; cursor: pointer; border-bottom: 2px solid transparent }
        .tabs > input:checked + label { color: #fff; border-color: #e8a33d } .tabs > input:focus-visible + label { outline: 1px solid #e8a33d }
        .tab { display: none; border-top: 1px solid #3a3d43; padding-top: .4rem }
        details { border-top: 1px solid #3a3d43; margin-top: .5rem; padding-top: .35rem } .tab > details:first-child { border: 0; margin-top: 0 }
        details details { margin-left: 1rem } summary { cursor: pointer; font-weight: 600; color: #e2e3e5; padding: .15rem 0 }
        .param { display: grid; grid-template-columns: 10rem 1fr; gap: 0 .8rem; padding: .35rem 0 } .param > .label { text-align: right; color: #c3c7cd; padding-top: .15rem }
        .control { display: flex; align-items: center; gap: .5rem; flex-wrap: wrap }
        .hint, .facts { grid-column: 2; color: #8d9198; font-size: 12px; margin: .1rem 0 0 } .facts { font-size: 11px; color: #757a82 }
        input[type=number] { width: 5rem } input[type=text], textarea { flex: 1; min-width: 10rem } input[type=range] { flex: 1; accent-color: #e8a33d } input[type=checkbox] { accent-color: #e8a33d }
        input, select, textarea, button { background: #1f2124; color: #e2e3e5; border: 1px solid #44484f; border-radius: 3px; padding: .15rem .4rem; font: inherit } button { background: #3a3d43 }
        .part { display: inline-flex; align-items: center; gap: .3rem; color: #8d9198 } .none { color: #757a82 } code { font-size: 11px }
        """;
}
