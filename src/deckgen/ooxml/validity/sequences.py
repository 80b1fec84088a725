"""What elements hold, in the order of their schema (ECMA-376 part 1, annex A).

The elements are those that the writers make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from deckgen.ooxml import names

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NAMESPACES = {"a": names.A, "c": names.C, "m": names.M, "p": names.P, "w": _W, "wp": _WP}

# Words of the sequences below that stand for several elements.
_GROUPS = {
    "FILL": "a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill",
    "EFFECT": "a:effectLst|a:effectDag",
    "SHAPES": "p:sp*|p:grpSp*|p:graphicFrame*|p:cxnSp*|p:pic*|p:contentPart*",
    "LABEL": "c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName"
    " c:showSerName c:showPercent c:showBubbleSize c:separator",
    "AXIS": "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt"
    " c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses|c:crossesAt",
}

# A line: elements, then what they hold. `|` is a choice, `*` may stand repeatedly; `*` alone at the
# end is everything else.
_SEQUENCES = """
p:presentation: p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:smartTags p:embeddedFontLst p:custShowLst p:photoAlbum p:custDataLst p:kinsoku p:defaultTextStyle p:modifyVerifier p:extLst
p:sld: p:cSld p:clrMapOvr p:transition p:timing p:extLst
p:notes: p:cSld p:clrMapOvr p:extLst
p:cSld: p:bg p:spTree p:custDataLst p:controls p:extLst
p:spTree p:grpSp: p:nvGrpSpPr p:grpSpPr SHAPES p:extLst
p:sp: p:nvSpPr p:spPr p:style p:txBody p:extLst
p:pic: p:nvPicPr p:blipFill p:spPr p:style p:extLst
p:cxnSp: p:nvCxnSpPr p:spPr p:style p:extLst
p:graphicFrame: p:nvGraphicFramePr p:xfrm a:graphic p:extLst
p:nvSpPr: p:cNvPr p:cNvSpPr p:nvPr
p:nvPicPr: p:cNvPr p:cNvPicPr p:nvPr
p:nvCxnSpPr: p:cNvPr p:cNvCxnSpPr p:nvPr
p:nvGrpSpPr: p:cNvPr p:cNvGrpSpPr p:nvPr
p:nvGraphicFramePr: p:cNvPr p:cNvGraphicFramePr p:nvPr
p:nvPr: p:ph p:custDataLst p:extLst
p:cNvPr: a:hlinkClick a:hlinkHover a:extLst
p:blipFill: a:blip a:srcRect a:tile|a:stretch
p:txBody a:txBody c:txPr c:rich: a:bodyPr a:lstStyle a:p*
p:spPr c:spPr: a:xfrm a:custGeom|a:prstGeom FILL a:ln EFFECT a:scene3d a:sp3d a:extLst
p:xfrm a:xfrm: a:off a:ext a:chOff a:chExt
p:timing: p:tnLst p:bldLst p:extLst
p:cTn: p:stCondLst p:endCondLst p:endSync p:iterate p:childTnLst p:subTnLst
p:seq: p:cTn p:prevCondLst p:nextCondLst
p:set: p:cBhvr p:to
p:cBhvr: p:cTn p:tgtEl p:attrNameLst
a:p: a:pPr a:r*|a:br*|a:fld* a:endParaRPr
a:r: a:rPr a:t
a:fld: a:rPr a:pPr a:t
a:pPr a:lvl1pPr a:lvl2pPr a:lvl3pPr a:lvl4pPr a:lvl5pPr a:lvl6pPr a:lvl7pPr a:lvl8pPr a:lvl9pPr: a:lnSpc a:spcBef a:spcAft a:buClrTx|a:buClr a:buSzTx|a:buSzPct|a:buSzPts a:buFontTx|a:buFont a:buNone|a:buAutoNum|a:buChar|a:buBlip a:tabLst a:defRPr a:extLst
a:rPr a:defRPr a:endParaRPr: a:ln FILL EFFECT a:highlight a:uLnTx|a:uLn a:uFillTx|a:uFill a:latin a:ea a:cs a:sym a:hlinkClick a:hlinkMouseOver a:rtl a:extLst
a:bodyPr: a:prstTxWarp a:noAutofit|a:normAutofit|a:spAutoFit a:scene3d a:sp3d|a:flatTx a:extLst
a:ln a:lnL a:lnR a:lnT a:lnB: FILL a:prstDash|a:custDash a:round|a:bevel|a:miter a:headEnd a:tailEnd a:extLst
a:custGeom: a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst
a:tbl: a:tblPr a:tblGrid a:tr*
a:tr: a:tc* a:extLst
a:tc: a:txBody a:tcPr a:extLst
a:tcPr: a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:cell3D FILL a:headers a:extLst
c:chartSpace: c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst
c:chart: c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:extLst
c:plotArea: c:layout c:areaChart*|c:barChart*|c:doughnutChart*|c:lineChart*|c:pieChart*|c:scatterChart* c:catAx*|c:dateAx*|c:valAx*|c:serAx* c:dTable c:spPr c:extLst
c:barChart: c:barDir c:grouping c:varyColors c:ser* c:dLbls c:gapWidth c:overlap c:serLines* c:axId* c:extLst
c:lineChart: c:grouping c:varyColors c:ser* c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId* c:extLst
c:areaChart: c:grouping c:varyColors c:ser* c:dLbls c:dropLines c:axId* c:extLst
c:pieChart c:doughnutChart: c:varyColors c:ser* c:dLbls c:firstSliceAng c:holeSize c:extLst
c:scatterChart: c:scatterStyle c:varyColors c:ser* c:dLbls c:axId* c:extLst
c:ser: c:idx c:order c:tx c:spPr c:invertIfNegative|c:marker|c:explosion c:pictureOptions c:dPt* c:dLbls c:trendline* c:errBars* c:cat|c:xVal c:val|c:yVal c:smooth|c:shape c:extLst
c:dPt: c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr c:pictureOptions c:extLst
c:dLbls: c:dLbl* c:delete LABEL c:showLeaderLines c:leaderLines c:extLst
c:dLbl: c:idx c:delete c:layout c:tx LABEL c:extLst
c:catAx: AXIS c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl c:extLst
c:dateAx: AXIS c:auto c:lblOffset c:baseTimeUnit c:majorUnit c:majorTimeUnit c:minorUnit c:minorTimeUnit c:extLst
c:valAx: AXIS c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst
c:scaling: c:logBase c:orientation c:max c:min
c:legend: c:legendPos c:legendEntry* c:layout c:overlay c:spPr c:txPr c:extLst
c:title: c:tx c:layout c:overlay c:spPr c:txPr c:extLst
c:marker: c:symbol c:size c:spPr c:extLst
c:numCache: c:formatCode c:ptCount c:pt*
c:strCache: c:ptCount c:pt*
c:numRef: c:f c:numCache
c:strRef: c:f c:strCache
m:f: m:fPr m:num m:den
m:rad: m:radPr m:deg m:e
m:nary: m:naryPr m:sub m:sup m:e
m:func: m:funcPr m:fName m:e
m:sSub: m:sSubPr m:e m:sub
m:sSup: m:sSupPr m:e m:sup
m:sSubSup: m:sSubSupPr m:e m:sub m:sup
m:r: m:rPr w:rPr|a:rPr m:t*
wp:inline: wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic
w:p: w:pPr *
w:r: w:rPr *
w:tbl: w:tblPr w:tblGrid *
w:tr: w:tblPrEx w:trPr *
w:tc: w:tcPr *
w:sdt: w:sdtPr w:sdtEndPr w:sdtContent
w:pPr: w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange
w:rPr: w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath
w:pBdr: w:top w:left w:bottom w:right w:between w:bar
w:tblBorders w:tblCellMar w:tcBorders w:tcMar: w:top w:start|w:left w:bottom w:end|w:right w:insideH w:insideV w:tl2br w:tr2bl
w:tblPr: w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription
w:tcPr: w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText w:vAlign w:hideMark
w:sectPr: w:headerReference*|w:footerReference* w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid w:printerSettings w:sectPrChange
w:style: w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:personal w:personalCompose w:personalReply w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr w:tblStylePr*
w:numbering: w:numPicBullet* w:abstractNum* w:num* w:numIdMacAtCleanup
w:abstractNum: w:nsid w:multiLevelType w:tmpl w:name w:styleLink w:numStyleLink w:lvl*
w:lvl: w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlPicBulletId w:legacy w:lvlJc w:pPr w:rPr
"""  # noqa: E501 - a sequence stands in one line


Ranks = Mapping[str, int]
REST = ""
"""The key of the rank of children that are not listed; negative when they may stand anywhere."""


@cache
def ranks() -> Mapping[str, Ranks]:
    """The place of each child in its parent, by names as expat gives them; odd: it stands once."""
    found: dict[str, Ranks] = {}
    for line in _SEQUENCES.strip().splitlines():
        parents, _, sequence = line.partition(": ")
        places = dict(_places(sequence))
        found.update((_expanded(parent), places) for parent in parents.split())
    return found


def _places(sequence: str) -> Iterator[tuple[str, int]]:
    words = " ".join(_GROUPS.get(word, word) for word in sequence.split()).split()
    for number, word in enumerate(words, 1):
        for child in word.split("|"):
            if child.strip("*"):
                yield _expanded(child.rstrip("*")), 2 * number + (not child.endswith("*"))
    yield REST, 2 * len(words) + 2 if words[-1] == "*" else -1


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{NAMESPACES[prefix]} {local}"
