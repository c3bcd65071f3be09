//! Icons, by name. The drawings are symbols of `/icons.svg` (Lucide, see `public/icons-LICENSE.txt`).

use leptos::prelude::*;

use crate::text::classes;

/// Every icon there is. A name that is not here has no drawing, so a page cannot ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Archive,
    ArrowDown,
    ArrowLeftRight,
    ArrowRight,
    ArrowUp,
    Bell,
    Boxes,
    Camera,
    ChartColumn,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronsUpDown,
    CircleAlert,
    CircleCheck,
    CircleHelp,
    ClipboardCheck,
    Clock,
    CloudOff,
    Columns3,
    Command,
    CornerDownLeft,
    Download,
    Ellipsis,
    History,
    House,
    Info,
    KeyRound,
    Layers,
    Link,
    ListFilter,
    Lock,
    Menu,
    Minus,
    Package,
    Pencil,
    Plus,
    Printer,
    RefreshCw,
    RotateCcw,
    Rows3,
    Scale,
    ScanBarcode,
    Search,
    Settings,
    ShoppingBag,
    Tag,
    TriangleAlert,
    Truck,
    Undo2,
    Upload,
    X,
}

impl Glyph {
    /// All of them, for the gallery and for the test that each has its drawing.
    pub const ALL: &[Self] = &[
        Self::Archive,
        Self::ArrowDown,
        Self::ArrowLeftRight,
        Self::ArrowRight,
        Self::ArrowUp,
        Self::Bell,
        Self::Boxes,
        Self::Camera,
        Self::ChartColumn,
        Self::Check,
        Self::ChevronDown,
        Self::ChevronLeft,
        Self::ChevronRight,
        Self::ChevronsUpDown,
        Self::CircleAlert,
        Self::CircleCheck,
        Self::CircleHelp,
        Self::ClipboardCheck,
        Self::Clock,
        Self::CloudOff,
        Self::Columns3,
        Self::Command,
        Self::CornerDownLeft,
        Self::Download,
        Self::Ellipsis,
        Self::History,
        Self::House,
        Self::Info,
        Self::KeyRound,
        Self::Layers,
        Self::Link,
        Self::ListFilter,
        Self::Lock,
        Self::Menu,
        Self::Minus,
        Self::Package,
        Self::Pencil,
        Self::Plus,
        Self::Printer,
        Self::RefreshCw,
        Self::RotateCcw,
        Self::Rows3,
        Self::Scale,
        Self::ScanBarcode,
        Self::Search,
        Self::Settings,
        Self::ShoppingBag,
        Self::Tag,
        Self::TriangleAlert,
        Self::Truck,
        Self::Undo2,
        Self::Upload,
        Self::X,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Archive => "i-archive",
            Self::ArrowDown => "i-arrow-down",
            Self::ArrowLeftRight => "i-arrow-left-right",
            Self::ArrowRight => "i-arrow-right",
            Self::ArrowUp => "i-arrow-up",
            Self::Bell => "i-bell",
            Self::Boxes => "i-boxes",
            Self::Camera => "i-camera",
            Self::ChartColumn => "i-chart-column",
            Self::Check => "i-check",
            Self::ChevronDown => "i-chevron-down",
            Self::ChevronLeft => "i-chevron-left",
            Self::ChevronRight => "i-chevron-right",
            Self::ChevronsUpDown => "i-chevrons-up-down",
            Self::CircleAlert => "i-circle-alert",
            Self::CircleCheck => "i-circle-check",
            Self::CircleHelp => "i-circle-help",
            Self::ClipboardCheck => "i-clipboard-check",
            Self::Clock => "i-clock",
            Self::CloudOff => "i-cloud-off",
            Self::Columns3 => "i-columns-3",
            Self::Command => "i-command",
            Self::CornerDownLeft => "i-corner-down-left",
            Self::Download => "i-download",
            Self::Ellipsis => "i-ellipsis",
            Self::History => "i-history",
            Self::House => "i-house",
            Self::Info => "i-info",
            Self::KeyRound => "i-key-round",
            Self::Layers => "i-layers",
            Self::Link => "i-link",
            Self::ListFilter => "i-list-filter",
            Self::Lock => "i-lock",
            Self::Menu => "i-menu",
            Self::Minus => "i-minus",
            Self::Package => "i-package",
            Self::Pencil => "i-pencil",
            Self::Plus => "i-plus",
            Self::Printer => "i-printer",
            Self::RefreshCw => "i-refresh-cw",
            Self::RotateCcw => "i-rotate-ccw",
            Self::Rows3 => "i-rows-3",
            Self::Scale => "i-scale",
            Self::ScanBarcode => "i-scan-barcode",
            Self::Search => "i-search",
            Self::Settings => "i-settings",
            Self::ShoppingBag => "i-shopping-bag",
            Self::Tag => "i-tag",
            Self::TriangleAlert => "i-triangle-alert",
            Self::Truck => "i-truck",
            Self::Undo2 => "i-undo-2",
            Self::Upload => "i-upload",
            Self::X => "i-x",
        }
    }

    /// Those that point along the line of reading turn round where it runs from right to left.
    const fn follows_reading(self) -> bool {
        matches!(self, Self::ArrowRight | Self::ChevronLeft | Self::ChevronRight | Self::CornerDownLeft | Self::ListFilter | Self::Undo2)
    }
}

/// Sizes of an icon: 16 px in text and buttons, 20 px in bars, 28 px where it stands alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IconSize {
    #[default]
    Normal,
    Large,
    Huge,
}

/// An icon. It is hidden from screen readers: the word beside it, or the name of its button, says what it means.
#[component]
pub fn Icon(
    name: Glyph,
    #[prop(optional)] size: IconSize,
    /// More class names, such as a tone (`ok`, `warn`, `bad`, `info`).
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let size = match size {
        IconSize::Normal => "",
        IconSize::Large => "icon-lg",
        IconSize::Huge => "icon-xl",
    };
    let turns = if name.follows_reading() { "icon-dir" } else { "" };
    let href = format!("/icons.svg#{}", name.id());
    view! {
        <svg class=classes(&["icon", turns, size, &class]) aria-hidden="true">
            <use href=href></use>
        </svg>
    }
}

/// The mark of Stockroom, in the accent colour.
#[component]
pub fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
            <rect x="1.5" y="1.5" width="21" height="21" rx="5.5" fill="currentColor"></rect>
            <path
                d="M6 8.5h12M6 12h7.5M6 15.5h10"
                stroke="var(--color-on-accent)"
                stroke-width="1.9"
                stroke-linecap="round"
                fill="none"
            ></path>
        </svg>
    }
}
